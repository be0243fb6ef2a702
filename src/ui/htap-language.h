/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtapLanguage:
 * @HTAP_LANGUAGE_SYSTEM: what the locale says
 *
 * The language of the window, and of the cloud's messages with it, as chosen in Preferences. It lies
 * in a small file of its own, for it is needed before anything may start a thread, and the first
 * GSettings object does.
 */
typedef enum {
  HTAP_LANGUAGE_SYSTEM,
  HTAP_LANGUAGE_ENGLISH,
  HTAP_LANGUAGE_CHINESE,
  HTAP_N_LANGUAGES,
} HtapLanguage;

HtapLanguage htap_language_load     (void);
gboolean     htap_language_save     (HtapLanguage   self,
                                     GError       **error);
void         htap_language_apply    (HtapLanguage   self);
const char  *htap_language_get_name (HtapLanguage   self);

G_END_DECLS
