/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_ERROR (htap_error_quark ())

/**
 * HtapError:
 * @HTAP_ERROR_NETWORK: no connection, or one that broke
 * @HTAP_ERROR_TIMEOUT: no byte for too long, or the whole answer took too long
 * @HTAP_ERROR_TLS: the server's certificate is not trusted
 * @HTAP_ERROR_AUTH: the credentials are missing, wrong or expired
 * @HTAP_ERROR_CLOCK_SKEW: this computer's clock is off, the credentials may be fine
 * @HTAP_ERROR_FORBIDDEN: signed in, but not allowed to read this
 * @HTAP_ERROR_NOT_FOUND: the instance does not exist (any more)
 * @HTAP_ERROR_REJECTED: any other answer with a 4xx status
 * @HTAP_ERROR_THROTTLED: too many requests
 * @HTAP_ERROR_SERVER: an answer with a 5xx status
 * @HTAP_ERROR_REDIRECT: the server points elsewhere; never followed
 * @HTAP_ERROR_PROTOCOL: the answer is not what the API documents
 * @HTAP_ERROR_TOO_LARGE: the answer exceeds the limit
 * @HTAP_ERROR_KEYRING_UNAVAILABLE: no Secret Service
 * @HTAP_ERROR_KEYRING_LOCKED: the keyring is locked and was not unlocked
 * @HTAP_ERROR_STORAGE: a file of ours could not be read or written
 * @HTAP_ERROR_CONFIG: a setting of the profile is wrong (endpoint, region, id)
 *
 * Every failure that leaves `api`, `store` or `inventory` is one of these.
 */
typedef enum {
  HTAP_ERROR_NETWORK,
  HTAP_ERROR_TIMEOUT,
  HTAP_ERROR_TLS,
  HTAP_ERROR_AUTH,
  HTAP_ERROR_CLOCK_SKEW,
  HTAP_ERROR_FORBIDDEN,
  HTAP_ERROR_NOT_FOUND,
  HTAP_ERROR_REJECTED,
  HTAP_ERROR_THROTTLED,
  HTAP_ERROR_SERVER,
  HTAP_ERROR_REDIRECT,
  HTAP_ERROR_PROTOCOL,
  HTAP_ERROR_TOO_LARGE,
  HTAP_ERROR_KEYRING_UNAVAILABLE,
  HTAP_ERROR_KEYRING_LOCKED,
  HTAP_ERROR_STORAGE,
  HTAP_ERROR_CONFIG,
} HtapError;

/**
 * HtapErrorReason:
 *
 * What exactly went wrong, where the kind alone does not say what to do next. Codes, not text:
 * `report/htap-error-text` makes the sentence.
 */
typedef enum {
  HTAP_ERROR_REASON_NONE,
  HTAP_ERROR_REASON_NAME_NOT_FOUND,     /* network: no such host name */
  HTAP_ERROR_REASON_REFUSED,            /* network: nothing listens there */
  HTAP_ERROR_REASON_UNREACHABLE,        /* network: no route */
  HTAP_ERROR_REASON_CONNECTION_LOST,    /* network: the connection broke */
  HTAP_ERROR_REASON_NO_CREDENTIALS,     /* auth: nothing is stored for the profile */
  HTAP_ERROR_REASON_WRONG_PASSWORD,     /* auth: user name or password */
  HTAP_ERROR_REASON_ACCOUNT_LOCKED,     /* auth: too many failed sign-ins */
  HTAP_ERROR_REASON_NOT_IAM_USER,       /* auth: a HUAWEI ID or a federated user has no token */
  HTAP_ERROR_REASON_MFA,                /* auth: the user's login protection asks for a code */
  HTAP_ERROR_REASON_KEY_NOT_FOUND,      /* auth: no such access key ID, or disabled */
  HTAP_ERROR_REASON_SIGNATURE_REFUSED,  /* auth: the secret key does not fit its ID */
  HTAP_ERROR_REASON_KEY_LOCKED,         /* auth: more than five refused signatures */
  HTAP_ERROR_REASON_TOKEN_EXPIRED,      /* auth: the token expired or was revoked */
  HTAP_ERROR_REASON_OTHER_REGION,       /* auth: to be renewed, or issued for another project */
  HTAP_ERROR_REASON_USER_DISABLED,      /* forbidden: the IAM user */
  HTAP_ERROR_REASON_CONSOLE_ONLY,       /* forbidden: the IAM user has no programmatic access */
  HTAP_ERROR_REASON_NO_PERMISSION,      /* forbidden: subject is the permission's name */
  HTAP_ERROR_REASON_NOT_HTTPS,          /* config: plain http to another computer */
  HTAP_ERROR_REASON_BAD_ENDPOINT,       /* config: the endpoint is no URL, or not this API's */
  HTAP_ERROR_REASON_BAD_ID,             /* config: an id with a character no id has */
  HTAP_ERROR_REASON_UNKNOWN_REGION,     /* config: no endpoint is known for the region */
  HTAP_ERROR_REASON_NO_IAM_ENDPOINT,    /* config: no IAM endpoint is known for the region */
  HTAP_ERROR_REASON_NO_PROJECT,         /* config: the profile has no project in the region */
  HTAP_ERROR_REASON_FILE_SET_ASIDE,     /* config: the profiles file was broken; subject: where it is now */
  HTAP_ERROR_REASON_FILE_BROKEN,        /* config: the profiles file is broken, and still in its place */
  HTAP_ERROR_REASON_GROUPS_LEFT_OUT,    /* config: profiles in the file are broken; subject: their groups */
  HTAP_ERROR_REASON_FILE_UNREADABLE,    /* storage: the file is there and cannot be read */
  HTAP_ERROR_REASON_FILE_NOT_WRITTEN,   /* storage: the file could not be written and is as it was */
  HTAP_ERROR_REASON_FILE_NOT_REMOVED,   /* storage: the file is still there */
  HTAP_ERROR_REASON_SNAPSHOT_SET_ASIDE, /* storage: saved data was broken; subject: where it is now */
  HTAP_ERROR_REASON_CHANGES_SET_ASIDE,  /* storage: the list of changes was broken; likewise */
  HTAP_ERROR_REASON_UNKNOWN_PROJECT,    /* config: subject, an id or a name, is none of theirs */
  HTAP_ERROR_REASON_PROJECT_ID_NEEDED,  /* config: the user may not look the project's id up */
  HTAP_ERROR_REASON_BAD_CA_FILE,        /* config: subject is no file of certificates */
  HTAP_ERROR_REASON_NOT_JSON,           /* protocol: the bytes are no JSON */
  HTAP_ERROR_REASON_NOT_DOCUMENTED,     /* protocol: JSON, but not the documented object */
  HTAP_ERROR_REASON_IMPORT_NOT_A_FILE,  /* storage: keys are to come from a folder or a device */
  HTAP_ERROR_REASON_IMPORT_TOO_LARGE,   /* storage: a file too large to be one of keys */
  HTAP_ERROR_REASON_IMPORT_BROKEN,      /* storage: a file of keys that is not understood */
  HTAP_ERROR_REASON_IMPORT_NO_KEYS,     /* storage: a file that should hold keys and holds none */
} HtapErrorReason;

/**
 * HtapErrorDetails:
 * @reason: what exactly went wrong
 * @http_status: status of the answer, 0 without one
 * @clock_skew: seconds this computer's clock is ahead of the server's; 0 if unknown
 * @code: (nullable): the service's error code, `DBS.280001`
 * @server_message: (nullable): the service's own words, in its language; untrusted text
 * @request_id: (nullable): what a support ticket needs
 * @endpoint: (nullable): method, host and path of the request, never a query or a header
 * @subject: (nullable): what it is about: a host, a file, an id, a certificate's issuer
 *
 * What an error knows beyond its kind. It never holds a secret.
 */
typedef struct {
  HtapErrorReason reason;
  guint           http_status;
  gint64          clock_skew;
  char           *code;
  char           *server_message;
  char           *request_id;
  char           *endpoint;
  char           *subject;
} HtapErrorDetails;

GQuark                  htap_error_quark       (void);

void                    htap_error_set         (GError                **error,
                                                HtapError               kind,
                                                const HtapErrorDetails *details,
                                                const char             *format,
                                                ...) G_GNUC_PRINTF (4, 5);
const HtapErrorDetails *htap_error_get_details (const GError           *error);
const char             *htap_error_get_kind_id (const GError           *error);

G_END_DECLS
