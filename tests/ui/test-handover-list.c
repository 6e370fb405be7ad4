/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-handover-list.h"

/* More than a person will have, and fewer than would be looked through at ease. */
#define N_MANY 1000000

/* ---- a list of numbers that counts how often it is looked at ---- */

G_DECLARE_FINAL_TYPE (Numbers, numbers, TEST, NUMBERS, GObject)

struct _Numbers
{
  GObject parent_instance;

  guint n;
  guint n_asked;
};

static GType
numbers_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
numbers_get_n_items (GListModel *model)
{
  return TEST_NUMBERS (model)->n;
}

static gpointer
numbers_get_item (GListModel *model, guint position)
{
  Numbers *self = TEST_NUMBERS (model);
  g_autofree char *text = NULL;

  if (position >= self->n)
    return NULL;
  self->n_asked++;
  text = g_strdup_printf ("%u of %u", position, self->n);
  return gtk_string_object_new (text);
}

static void
numbers_list_init (GListModelInterface *iface)
{
  iface->get_item_type = numbers_get_item_type;
  iface->get_n_items = numbers_get_n_items;
  iface->get_item = numbers_get_item;
}

/* Sections of a thousand. */
static void
numbers_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  Numbers *self = TEST_NUMBERS (model);

  *start = position < self->n ? position / 1000 * 1000 : self->n;
  *end = position < self->n ? MIN (*start + 1000, self->n) : G_MAXUINT;
}

static void
numbers_section_init (GtkSectionModelInterface *iface)
{
  iface->get_section = numbers_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Numbers,
                               numbers,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, numbers_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, numbers_section_init))

static void
numbers_class_init (NumbersClass *klass)
{
}

static void
numbers_init (Numbers *self)
{
}

static Numbers *
numbers_new (guint n)
{
  Numbers *self = g_object_new (numbers_get_type (), NULL);

  self->n = n;
  return self;
}

/* ---- a listener that knows only what it is told ---- */

typedef struct
{
  NscHandoverList *list;
  GPtrArray *items; /* as told */
} Listener;

static void
told_cb (GListModel *list, guint position, guint n_gone, guint n_come, Listener *self)
{
  g_assert_cmpuint (position + n_gone, <=, self->items->len);
  g_ptr_array_remove_range (self->items, position, n_gone);
  for (guint i = 0; i < n_come; i++)
    g_ptr_array_insert (self->items, (int) (position + i), g_list_model_get_item (list, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, self->items->len);
}

static void
show (Listener *self, guint n)
{
  g_autoptr (Numbers) numbers = numbers_new (n);

  nsc_handover_list_set (self->list, G_LIST_MODEL (numbers));
  g_assert_true (nsc_handover_list_get (self->list) == G_LIST_MODEL (numbers));
  g_assert_cmpuint (self->items->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u of %u", i, n);

      g_assert_cmpstr (gtk_string_object_get_string (g_ptr_array_index (self->items, i)), ==, text);
    }
}

static void
test_listener (void)
{
  static const guint lengths[] = { 3, 0, 700, 255, 256, 257, 2500, 1, 600 };
  Listener self = { nsc_handover_list_new (), g_ptr_array_new_with_free_func (g_object_unref) };

  g_signal_connect (self.list, "items-changed", G_CALLBACK (told_cb), &self);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    show (&self, lengths[i]);
  nsc_handover_list_set (self.list, NULL);
  g_assert_cmpuint (self.items->len, ==, 0);
  g_assert_null (nsc_handover_list_get (self.list));
  g_ptr_array_unref (self.items);
  g_object_unref (self.list);
}

static void
test_sections (void)
{
  g_autoptr (NscHandoverList) list = nsc_handover_list_new ();
  g_autoptr (Numbers) numbers = numbers_new (2500);
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (list), 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, G_MAXUINT);
  nsc_handover_list_set (list, G_LIST_MODEL (numbers));
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), 1999, &start, &end);
  g_assert_cmpuint (start, ==, 1000);
  g_assert_cmpuint (end, ==, 2000);
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), 2400, &start, &end);
  g_assert_cmpuint (start, ==, 2000);
  g_assert_cmpuint (end, ==, 2500);
}

/* What this list is for: GTK looks at what it shows, and not at all that comes. */
static void
test_view (void)
{
  NscHandoverList *list = nsc_handover_list_new ();
  g_autoptr (GBytes) template = g_bytes_new_static ("<interface/>", strlen ("<interface/>"));
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list))),
                                       gtk_builder_list_item_factory_new_from_bytes (NULL, template));
  g_autoptr (Numbers) first = numbers_new (N_MANY);
  g_autoptr (Numbers) second = numbers_new (N_MANY);

  g_object_ref_sink (view);
  nsc_handover_list_set (list, G_LIST_MODEL (first));
  nsc_handover_list_set (list, G_LIST_MODEL (second));
  g_assert_cmpuint (second->n_asked, >, 0);
  g_assert_cmpuint (second->n_asked, <, 2000);
  g_object_unref (view);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handover-list/listener", test_listener);
  g_test_add_func ("/handover-list/sections", test_sections);
  g_test_add_func ("/handover-list/view", test_view);
  return g_test_run ();
}
