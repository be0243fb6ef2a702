/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-trust.h"

#include "htap-error.h"

/* Once the system's certificates did not do. */
static gboolean
on_message_accept_certificate (SoupMessage *message,
                               GTlsCertificate *certificate,
                               GTlsCertificateFlags flags,
                               gpointer user_data)
{
  GTlsDatabase *database = user_data;
  GUri *uri = soup_message_get_uri (message);
  g_autoptr (GSocketConnectable) identity =
      g_network_address_new (g_uri_get_host (uri), (guint16) MAX (g_uri_get_port (uri), 0));

  return g_tls_database_verify_chain (database, certificate,
                                      G_TLS_DATABASE_PURPOSE_AUTHENTICATE_SERVER, identity, NULL,
                                      G_TLS_DATABASE_VERIFY_NONE, NULL, NULL) == 0;
}

static void
unref_certificates (GList *certificates)
{
  g_list_free_full (certificates, g_object_unref);
}

/**
 * htap_trust_load:
 * @path: an absolute path to a PEM file with certificates of authorities
 * @error: %HTAP_ERROR_CONFIG with %HTAP_ERROR_REASON_BAD_CA_FILE
 *
 * Returns: (transfer full) (nullable): what is trusted besides the system's, %NULL with @error
 */
GTlsDatabase *
htap_trust_load (const char *path, GError **error)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_BAD_CA_FILE, .subject = (char *) path };
  g_autoptr (GError) cause = NULL;
  GTlsDatabase *database = NULL;
  GList *certificates = NULL;

  /* A database opens a file without a certificate gladly, and warns of a relative path only. */
  if (g_path_is_absolute (path))
    certificates = g_tls_certificate_list_new_from_file (path, &cause);
  if (certificates != NULL)
    database = g_tls_file_database_new (path, &cause);
  unref_certificates (certificates);

  if (database == NULL)
    htap_error_set (error, HTAP_ERROR_CONFIG, &details, "%s: %s", path,
                    cause != NULL ? cause->message : "not an absolute path, or no certificates");

  return database;
}

/**
 * htap_trust_apply:
 * @message: a request to be sent
 *
 * Has @message accept certificates that @database vouches for, in addition to the system's. A
 * session's own database would take the place of the system's.
 */
void
htap_trust_apply (GTlsDatabase *database, SoupMessage *message)
{
  g_signal_connect_object (message, "accept-certificate",
                           G_CALLBACK (on_message_accept_certificate), database, 0);
}
