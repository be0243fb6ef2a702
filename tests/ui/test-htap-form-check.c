/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-form-check.h"

#include <glib/gstdio.h>

/* Of a key that nobody has any more. */
#define BEGIN       "-----BEGIN CERTIFICATE-----\n"
#define END         "-----END CERTIFICATE-----\n"
#define CERTIFICATE \
  BEGIN \
  "MIIBkjCCATmgAwIBAgIUf28+jI8vP0tB0m5bEWBN6y1rco0wCgYIKoZIzj0EAwIw\n" \
  "HjEcMBoGA1UEAwwTSFRBUCBJbnZlbnRvcnkgdGVzdDAgFw0yNjExMjQxMzQ5NTRa\n" \
  "GA8yMTI2MTAzMTEzNDk1NFowHjEcMBoGA1UEAwwTSFRBUCBJbnZlbnRvcnkgdGVz\n" \
  "dDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDXd3nNFT2FJvzubKya27hx2hXUt\n" \
  "qhlzRNBgzsYzTNkPPsVZ8UTlMk8ZSZFOnL3dNh/LSjboJBTUF8wvIFpEwbGjUzBR\n" \
  "MB0GA1UdDgQWBBQCW3/PLS4mwc5FTNnEn5nlkr6YcDAfBgNVHSMEGDAWgBQCW3/P\n" \
  "LS4mwc5FTNnEn5nlkr6YcDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cA\n" \
  "MEQCIFarb4r2raTnbgDAhyXE70t+d8qz8JGnvdqhDXjJO2VDAiAhuKWTgD8G4jEd\n" \
  "0KRBHNTy2IMXSFrQIirZ+jJfRqtWTA==\n" \
  END

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

static char *
make_file (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static void
test_ca_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("htap-form-check-XXXXXX", NULL);
  g_autofree char *good = make_file (folder, "good.pem", CERTIFICATE);
  g_autofree char *spaced = g_strconcat (" ", good, "\n", NULL);
  g_autofree char *text = make_file (folder, "text.pem", "no certificate\n");
  g_autofree char *broken = make_file (folder, "broken.pem", BEGIN "AAAA\n" END);
  g_autofree char *missing = g_build_filename (folder, "missing.pem", NULL);
  const struct {
    const char *path;
    const char *message;
  } cases[] = {
    { "", NULL },
    { good, NULL },
    { spaced, NULL },
    { "good.pem", "Enter the file’s whole path, from “/” on." },
    { missing, "The file cannot be read." },
    { folder, "The file cannot be read." },
    { text, "The file has no certificate in it that can be used (PEM)." },
    { broken, "The file has no certificate in it that can be used (PEM)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *message;
      HtapFormVerdict verdict = htap_form_check_ca_file (cases[i].path, &message);

      g_test_message ("“%s”", cases[i].path);
      assert_verdict (verdict, message, cases[i].message == NULL ? HTAP_FORM_FINE : HTAP_FORM_ERROR);
      g_assert_cmpstr (message, ==, cases[i].message);
    }

  g_remove (good);
  g_remove (text);
  g_remove (broken);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form-check/name", test_name);
  g_test_add_func ("/form-check/region", test_region);
  g_test_add_func ("/form-check/endpoint", test_endpoint);
  g_test_add_func ("/form-check/id", test_id);
  g_test_add_func ("/form-check/ca-file", test_ca_file);

  return g_test_run ();
}
