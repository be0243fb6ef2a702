/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-rows-fixture.h"

#include "htap-test-samples.h"

static const HtapFieldIndex columns[] = { HTAP_FIELD_NAME, HTAP_FIELD_PORT, HTAP_FIELD_DATA_VIP };

void
htap_rows_fixture_init (HtapRowsFixture *self)
{
  self->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  self->rows = (HtapRows){
    .instances = G_LIST_MODEL (self->instances),
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
  };
}

void
htap_rows_fixture_clear (HtapRowsFixture *self)
{
  g_clear_object (&self->instances);
}

/**
 * htap_rows_fixture_add:
 * @port: 0 if absent
 */
void
htap_rows_fixture_add (HtapRowsFixture *self, const char *name, gint64 port, const char *data_vip)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, name);
  g_autoptr (HtapInstance) instance = NULL;

  if (port != 0)
    htap_record_set_number (record, HTAP_NUMBER_PORT, port);
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, data_vip);
  instance = htap_instance_new (source, record);
  g_list_store_append (self->instances, instance);
}
