/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-form-check.h"

#define PROJECT_ID "23a50154cf494ec9ad6883979a12db0a"
#define TAURUS_ID  "7e2a4f0c5b1d4a6f9c8e3d2b1a0f9e8din07"

static void
assert_verdict (HtapFormVerdict verdict, const char *message, HtapFormVerdict expected)
{
  g_assert_cmpint (verdict, ==, expected);
  g_assert_true ((message == NULL) == (expected == HTAP_FORM_FINE));
}

static void
test_name (void)
{
  const char *const taken[] = { "Production", NULL };
  const struct {
    const char     *name;
    HtapFormVerdict verdict;
  } cases[] = {
    { "Staging", HTAP_FORM_FINE },       { "  Staging ", HTAP_FORM_FINE },
    { "<b>&", HTAP_FORM_FINE },          { "", HTAP_FORM_ERROR },
    { " \t", HTAP_FORM_ERROR },          { "demo", HTAP_FORM_ERROR },
    { " environment", HTAP_FORM_ERROR }, { "Production ", HTAP_FORM_ERROR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapFormVerdict verdict;
      const char *message;

      g_test_message ("“%s”", cases[i].name);
      verdict = htap_form_check_name (cases[i].name, taken, &message);
      assert_verdict (verdict, message, cases[i].verdict);
    }
}

static void
test_region (void)
{
  const struct {
    const char     *region;
    HtapFormVerdict verdict;
  } cases[] = {
    { "eu-west-101", HTAP_FORM_FINE }, { " my_cloud-1 ", HTAP_FORM_FINE },
    { "", HTAP_FORM_ERROR },           { "cn:north", HTAP_FORM_ERROR },
    { "a;b", HTAP_FORM_ERROR },        { "华北", HTAP_FORM_ERROR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapFormVerdict verdict;
      const char *message;

      g_test_message ("“%s”", cases[i].region);
      verdict = htap_form_check_region (cases[i].region, &message);
      assert_verdict (verdict, message, cases[i].verdict);
    }
}

static void
test_endpoint (void)
{
  const struct {
    const char     *url;
    gboolean        required;
    HtapFormVerdict verdict;
  } cases[] = {
    { "https://gaussdb.example.com", TRUE, HTAP_FORM_FINE },
    { " https://gaussdb.example.com:8443/prefix ", TRUE, HTAP_FORM_FINE },
    { "HTTPS://gaussdb.example.com", TRUE, HTAP_FORM_FINE },
    { "http://127.0.0.1:8080", TRUE, HTAP_FORM_FINE },
    { "http://[::1]:8080", TRUE, HTAP_FORM_FINE },
    { "http://localhost", TRUE, HTAP_FORM_FINE },
    { "", FALSE, HTAP_FORM_FINE },
    { "", TRUE, HTAP_FORM_ERROR },
    { "http://gaussdb.example.com", TRUE, HTAP_FORM_ERROR },
    { "http://localhost.example.com", TRUE, HTAP_FORM_ERROR },
    { "http://127.0.0.1.example.com", TRUE, HTAP_FORM_ERROR },
    { "gaussdb.example.com", TRUE, HTAP_FORM_ERROR },
    { "https://", TRUE, HTAP_FORM_ERROR },
    { "https://user:secret@gaussdb.example.com", TRUE, HTAP_FORM_ERROR },
    { "https://gaussdb.example.com?a=b", TRUE, HTAP_FORM_ERROR },
    { "https://gaussdb.example.com#a", TRUE, HTAP_FORM_ERROR },
    { "ftp://gaussdb.example.com", TRUE, HTAP_FORM_ERROR },
    { "https://two words", TRUE, HTAP_FORM_ERROR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapFormVerdict verdict;
      const char *message;

      g_test_message ("“%s”", cases[i].url);
      verdict = htap_form_check_endpoint (cases[i].url, cases[i].required, &message);
      assert_verdict (verdict, message, cases[i].verdict);
    }
}

static void
test_id (void)
{
  const struct {
    HtapIdKind      kind;
    const char     *id;
    gboolean        required;
    HtapFormVerdict verdict;
  } cases[] = {
    { HTAP_ID_PROJECT, PROJECT_ID, TRUE, HTAP_FORM_FINE },
    { HTAP_ID_PROJECT, " " PROJECT_ID "\n", TRUE, HTAP_FORM_FINE },
    { HTAP_ID_PROJECT, "abc", TRUE, HTAP_FORM_WARNING },
    { HTAP_ID_PROJECT, "", TRUE, HTAP_FORM_ERROR },
    { HTAP_ID_PROJECT, "../" PROJECT_ID, TRUE, HTAP_FORM_ERROR },
    { HTAP_ID_TAURUS, TAURUS_ID, TRUE, HTAP_FORM_FINE },
    { HTAP_ID_TAURUS, PROJECT_ID "in17", TRUE, HTAP_FORM_WARNING },
    { HTAP_ID_TAURUS, "", FALSE, HTAP_FORM_FINE },
    { HTAP_ID_TAURUS, "", TRUE, HTAP_FORM_ERROR },
    { HTAP_ID_TAURUS, "a/b", FALSE, HTAP_FORM_ERROR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapFormVerdict verdict;
      const char *message;

      g_test_message ("“%s”", cases[i].id);
      verdict = htap_form_check_id (cases[i].kind, cases[i].id, cases[i].required, &message);
      assert_verdict (verdict, message, cases[i].verdict);
    }
}

static void
test_token (void)
{
  const struct {
    const char     *token;
    gboolean        required;
    HtapFormVerdict verdict;
  } cases[] = {
    { "MIIatAYJ+/=", TRUE, HTAP_FORM_FINE }, { " MIIatAYJ\n", TRUE, HTAP_FORM_FINE },
    { "", FALSE, HTAP_FORM_FINE },           { " \n", FALSE, HTAP_FORM_FINE },
    { "", TRUE, HTAP_FORM_ERROR },           { "two words", FALSE, HTAP_FORM_ERROR },
    { "tök", FALSE, HTAP_FORM_ERROR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HtapFormVerdict verdict;
      const char *message;

      verdict = htap_form_check_token (cases[i].token, cases[i].required, &message);
      assert_verdict (verdict, message, cases[i].verdict);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form-check/name", test_name);
  g_test_add_func ("/form-check/region", test_region);
  g_test_add_func ("/form-check/endpoint", test_endpoint);
  g_test_add_func ("/form-check/id", test_id);
  g_test_add_func ("/form-check/token", test_token);

  return g_test_run ();
}
