/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-authorizers.h"

#include "htap-error.h"
#include "htap-key-authorizer.h"
#include "htap-password-authorizer.h"
#include "htap-token-authorizer.h"

static HtapProfile *
new_profile (HtapSignIn sign_in)
{
  HtapProfile *profile = htap_profile_new (NULL);

  htap_profile_set_sign_in (profile, sign_in);
  htap_profile_set_access_key_id (profile, "ID");

  return profile;
}

static void
test_schemes (void)
{
  const struct
  {
    HtapSignIn sign_in;
    HtapSecretKind secret;
    GType type;
  } cases[] = {
    { HTAP_SIGN_IN_TOKEN, HTAP_SECRET_TOKEN, HTAP_TYPE_TOKEN_AUTHORIZER },
    { HTAP_SIGN_IN_PASSWORD, HTAP_SECRET_PASSWORD, HTAP_TYPE_PASSWORD_AUTHORIZER },
    { HTAP_SIGN_IN_ACCESS_KEY, HTAP_SECRET_SECRET_KEY, HTAP_TYPE_KEY_AUTHORIZER },
  };
  g_autoptr (HtapHttp) http = htap_http_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (HtapSecretKind kind = 0; kind < HTAP_N_SECRETS; kind++)
      {
        g_autoptr (HtapProfile) profile = new_profile (cases[i].sign_in);
        g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
        g_autoptr (HtapAuthorizer) authorizer = NULL;
        g_autoptr (GError) error = NULL;

        htap_credentials_set (credentials, kind, "secret");
        authorizer = htap_authorizer_new_for_profile (http, profile, credentials, &error);
        if (kind == cases[i].secret)
          g_assert_true (G_OBJECT_TYPE (authorizer) == cases[i].type);
        else
          g_assert_cmpint (htap_error_get_details (error)->reason, ==,
                           HTAP_ERROR_REASON_NO_CREDENTIALS);
      }
}

static void
test_refused (void)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapProfile) profile = new_profile (HTAP_SIGN_IN_ACCESS_KEY);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) no_id = NULL;
  g_autoptr (GError) bad_file = NULL;

  htap_credentials_set (credentials, HTAP_SECRET_SECRET_KEY, "key");
  g_assert_null (htap_authorizer_new_for_profile (http, profile, NULL, &none));
  g_assert_error (none, HTAP_ERROR, HTAP_ERROR_AUTH);

  htap_profile_set_ca_file (profile, "/nowhere/ca.pem");
  g_assert_null (htap_authorizer_new_for_profile (http, profile, credentials, &bad_file));
  g_assert_error (bad_file, HTAP_ERROR, HTAP_ERROR_CONFIG);
  g_assert_cmpstr (htap_error_get_details (bad_file)->subject, ==, "/nowhere/ca.pem");

  htap_profile_set_access_key_id (profile, NULL);
  g_assert_null (htap_authorizer_new_for_profile (http, profile, credentials, &no_id));
  g_assert_error (no_id, HTAP_ERROR, HTAP_ERROR_AUTH);
}

/* The same one, as long as nothing changed. */
static void
test_kept (void)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  HtapAuthorizers *authorizers = htap_authorizers_new (http);
  g_autoptr (HtapProfile) profile = new_profile (HTAP_SIGN_IN_TOKEN);
  g_autoptr (HtapProfile) edited = htap_profile_copy (profile);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("a");
  g_autoptr (HtapCredentials) equal = htap_credentials_new_token ("a");
  g_autoptr (HtapCredentials) others = htap_credentials_new_token ("b");
  g_autoptr (HtapAuthorizer) first =
      g_object_ref (htap_authorizers_get (authorizers, profile, credentials, NULL));
  g_autoptr (HtapAuthorizer) second = NULL;

  g_assert_true (htap_authorizers_get (authorizers, profile, equal, NULL) == first);
  second = g_object_ref (htap_authorizers_get (authorizers, profile, others, NULL));
  g_assert_true (second != first);
  g_assert_true (htap_authorizers_get (authorizers, edited, others, NULL) != second);
  g_assert_null (htap_authorizers_get (authorizers, profile, NULL, NULL));

  htap_authorizers_forgive (authorizers, profile);
  htap_authorizers_forgive (authorizers, NULL);
  htap_authorizers_forget (authorizers, profile);
  g_assert_finalize_object (g_steal_pointer (&first));
  g_assert_finalize_object (g_steal_pointer (&second));
  htap_authorizers_free (authorizers);
}

/* An edited copy is another profile: what was kept for the old one goes. */
static void
test_others_forgotten (void)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  HtapAuthorizers *authorizers = htap_authorizers_new (http);
  g_autoptr (GListStore) profiles = g_list_store_new (HTAP_TYPE_PROFILE);
  g_autoptr (HtapProfile) kept = new_profile (HTAP_SIGN_IN_TOKEN);
  g_autoptr (HtapProfile) old = new_profile (HTAP_SIGN_IN_TOKEN);
  g_autoptr (HtapProfile) edited = htap_profile_copy (old);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("a");
  HtapAuthorizer *of_kept = htap_authorizers_get (authorizers, kept, credentials, NULL);
  HtapAuthorizer *of_old =
      g_object_ref (htap_authorizers_get (authorizers, old, credentials, NULL));

  g_list_store_append (profiles, kept);
  g_list_store_append (profiles, edited);
  htap_authorizers_forget_others (authorizers, G_LIST_MODEL (profiles));
  g_assert_finalize_object (of_old);
  g_assert_true (htap_authorizers_get (authorizers, kept, credentials, NULL) == of_kept);
  htap_authorizers_free (authorizers);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/authorizers/schemes", test_schemes);
  g_test_add_func ("/authorizers/refused", test_refused);
  g_test_add_func ("/authorizers/kept", test_kept);
  g_test_add_func ("/authorizers/others-forgotten", test_others_forgotten);

  return g_test_run ();
}
