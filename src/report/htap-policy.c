/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-policy.h"

/* TaurusDB instances, the HTAP instances of each, and the nodes of those, whose list belongs to the
 * logs. */
#define MINIMAL_POLICY                                                                             \
  "{\n"                                                                                            \
  "  \"Version\": \"1.1\",\n"                                                                      \
  "  \"Statement\": [\n"                                                                           \
  "    {\n"                                                                                        \
  "      \"Effect\": \"Allow\",\n"                                                                 \
  "      \"Action\": [\n"                                                                          \
  "        \"gaussdb:instance:list\",\n"                                                           \
  "        \"gaussdb:htapInstance:list\",\n"                                                       \
  "        \"gaussdb:log:list\"\n"                                                                 \
  "      ]\n"                                                                                      \
  "    }\n"                                                                                        \
  "  ]\n"                                                                                          \
  "}\n"

/**
 * htap_policy_get_minimal:
 *
 * Returns: (transfer none): the custom policy, as IAM's console takes it, that lets a user read
 *   what this program reads and nothing else
 */
const char *
htap_policy_get_minimal (void)
{
  return MINIMAL_POLICY;
}
