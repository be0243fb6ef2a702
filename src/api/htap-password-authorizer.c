/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-password-authorizer.h"

#include "htap-error.h"
#include "htap-sharing.h"
#include "htap-sign-in.h"
#include "htap-token-store.h"
#include "htap-trial.h"

struct _HtapPasswordAuthorizer
{
  HtapAuthorizer parent_instance;
  HtapTokenStore *tokens;
  HtapSharing *sign_ins; /* by scope */
  HtapTrial *trial;      /* of the password */
};

G_DEFINE_FINAL_TYPE (HtapPasswordAuthorizer, htap_password_authorizer, HTAP_TYPE_AUTHORIZER)

typedef struct
{
  HtapPasswordAuthorizer *authorizer;
  char *scope;
  GCancellable *operation;
} SignInStep;

static void
sign_in_step_free (SignInStep *step)
{
  g_object_unref (step->authorizer);
  g_object_unref (step->operation);
  g_free (step->scope);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignInStep, sign_in_step_free)

static void
on_signed_in (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignInStep) step = user_data;
  g_autoptr (GError) error = NULL;
  HtapPasswordAuthorizer *self = step->authorizer;
  HtapToken *token = htap_sign_in_finish (HTAP_HTTP (object), result, &error);

  if (token != NULL)
    htap_token_store_keep (self->tokens, step->scope, token,
                           htap_authorizer_get_time (HTAP_AUTHORIZER (self)));

  htap_trial_leave (self->trial, error);
  htap_sharing_settle (self->sign_ins, step->operation, error);
}

static void
on_trial_entered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SignInStep *step = user_data;
  HtapAuthorizer *authorizer = HTAP_AUTHORIZER (step->authorizer);
  g_autoptr (GError) error = NULL;
  g_autofree char *region = NULL;
  g_autofree char *project_id = NULL;

  if (!htap_trial_enter_finish (HTAP_TRIAL (object), result, &error))
    {
      htap_sharing_settle (step->authorizer->sign_ins, step->operation, error);
      sign_in_step_free (step);
      return;
    }

  htap_token_scope_split (step->scope, &region, &project_id);
  htap_sign_in_async (htap_authorizer_get_http (authorizer),
                      htap_authorizer_get_profile (authorizer),
                      htap_authorizer_get_secret (authorizer, HTAP_SECRET_PASSWORD), region,
                      project_id, step->operation, on_signed_in, step);
}

static void
begin_sign_in (HtapSharing *sharing, const char *key, GCancellable *operation, gpointer user_data)
{
  HtapPasswordAuthorizer *self = user_data;
  SignInStep *step = g_new0 (SignInStep, 1);

  step->authorizer = g_object_ref (self);
  step->scope = g_strdup (key);
  step->operation = g_object_ref (operation);
  htap_trial_enter_async (self->trial, operation, on_trial_entered, step);
}

static void
on_token_there (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (htap_sharing_wait_finish (HTAP_SHARING (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
htap_password_authorizer_prepare_async (HtapAuthorizer *authorizer,
                                        const char *region,
                                        const char *project_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  HtapPasswordAuthorizer *self = HTAP_PASSWORD_AUTHORIZER (authorizer);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *scope = htap_token_scope_new (region, project_id);

  g_task_set_source_tag (task, htap_password_authorizer_prepare_async);
  if (htap_token_store_find (self->tokens, scope, htap_authorizer_get_time (authorizer)) != NULL)
    g_task_return_boolean (task, TRUE);
  else
    htap_sharing_wait_async (self->sign_ins, scope, cancellable, on_token_there,
                             g_object_ref (task));
}

static gboolean
htap_password_authorizer_authorize (HtapAuthorizer *authorizer,
                                    const char *region,
                                    const char *project_id,
                                    SoupMessage *request,
                                    GError **error)
{
  g_autofree char *scope = htap_token_scope_new (region, project_id);
  /* It was good a moment ago. */
  const char *token =
      htap_token_store_find (HTAP_PASSWORD_AUTHORIZER (authorizer)->tokens, scope, G_MININT64);

  /* Another request may have had it refused in the very moment it was handed out. */
  if (token == NULL)
    {
      HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_TOKEN_EXPIRED };

      htap_error_set (error, HTAP_ERROR_AUTH, &details, "The token is gone already");
      return FALSE;
    }

  soup_message_headers_replace (soup_message_get_request_headers (request), "X-Auth-Token", token);

  return TRUE;
}

static gboolean
is_refusal (const GError *error)
{
  HtapErrorReason reason = htap_error_get_details (error)->reason;

  return reason == HTAP_ERROR_REASON_TOKEN_EXPIRED || reason == HTAP_ERROR_REASON_OTHER_REGION;
}

static gboolean
htap_password_authorizer_conclude (HtapAuthorizer *authorizer,
                                   SoupMessage *request,
                                   gboolean may_repeat,
                                   const GError *error)
{
  HtapPasswordAuthorizer *self = HTAP_PASSWORD_AUTHORIZER (authorizer);
  const char *token =
      request != NULL ? soup_message_headers_get_one (soup_message_get_request_headers (request),
                                                      "X-Auth-Token")
                      : NULL;

  if (is_refusal (error))
    return may_repeat && (token == NULL || htap_token_store_refuse (self->tokens, token));

  if (token != NULL && (error == NULL || g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN)))
    htap_token_store_accept (self->tokens, token);

  return FALSE;
}

static void
htap_password_authorizer_forgive (HtapAuthorizer *authorizer)
{
  HtapPasswordAuthorizer *self = HTAP_PASSWORD_AUTHORIZER (authorizer);

  htap_trial_reset (self->trial);
  htap_token_store_forgive (self->tokens);
}

static void
on_project_scope_prepared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HtapPasswordAuthorizer *self = HTAP_PASSWORD_AUTHORIZER (object);
  const char *region = g_task_get_task_data (task);
  const char *id;

  if (!htap_authorizer_prepare_finish (HTAP_AUTHORIZER (self), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  id = htap_token_store_find_project (self->tokens, region);
  if (id != NULL)
    {
      g_task_return_pointer (task, g_strdup (id), g_free);
      return;
    }

  htap_error_set (&error, HTAP_ERROR_PROTOCOL,
                  &(HtapErrorDetails){ .reason = HTAP_ERROR_REASON_NOT_DOCUMENTED },
                  "The token does not say which project it is for");
  g_task_return_error (task, g_steal_pointer (&error));
}

/* The answer to the sign-in names the project. */
static void
htap_password_authorizer_look_up_project_async (HtapAuthorizer *authorizer,
                                                const char *region,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data)
{
  GTask *task = g_task_new (authorizer, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_password_authorizer_look_up_project_async);
  g_task_set_task_data (task, g_strdup (region), g_free);
  htap_authorizer_prepare_async (authorizer, region, NULL, cancellable, on_project_scope_prepared,
                                 task);
}

static void
htap_password_authorizer_finalize (GObject *object)
{
  HtapPasswordAuthorizer *self = HTAP_PASSWORD_AUTHORIZER (object);

  htap_token_store_free (self->tokens);
  g_object_unref (self->sign_ins);
  g_object_unref (self->trial);

  G_OBJECT_CLASS (htap_password_authorizer_parent_class)->finalize (object);
}

static void
htap_password_authorizer_class_init (HtapPasswordAuthorizerClass *klass)
{
  HtapAuthorizerClass *authorizer_class = HTAP_AUTHORIZER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_password_authorizer_finalize;
  authorizer_class->prepare_async = htap_password_authorizer_prepare_async;
  authorizer_class->authorize = htap_password_authorizer_authorize;
  authorizer_class->conclude = htap_password_authorizer_conclude;
  authorizer_class->forgive = htap_password_authorizer_forgive;
  authorizer_class->look_up_project_async = htap_password_authorizer_look_up_project_async;
}

static void
htap_password_authorizer_init (HtapPasswordAuthorizer *self)
{
  self->tokens = htap_token_store_new ();
  self->sign_ins = htap_sharing_new (begin_sign_in, self);
  self->trial = htap_trial_new ();
}
