/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-route.h"

/**
 * htap_demo_route_match:
 * @pattern: a path in which a segment `*` stands for any segment that is not empty
 * @path: the path of a request, as it came
 *
 * Returns: (transfer full) (nullable): the segments that stood for a `*`, in order; %NULL if @path
 *   is another one
 */
GStrv
htap_demo_route_match (const char *pattern, const char *path)
{
  g_autoptr (GStrvBuilder) variables = g_strv_builder_new ();
  g_auto (GStrv) expected = g_strsplit (pattern, "/", -1);
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);

  if (g_strv_length (expected) != g_strv_length (segments))
    return NULL;

  for (guint i = 0; expected[i] != NULL; i++)
    {
      if (!g_str_equal (expected[i], "*"))
        {
          if (!g_str_equal (expected[i], segments[i]))
            return NULL;
        }
      else if (*segments[i] == '\0')
        return NULL;
      else
        g_strv_builder_add (variables, segments[i]);
    }

  return g_strv_builder_end (variables);
}
