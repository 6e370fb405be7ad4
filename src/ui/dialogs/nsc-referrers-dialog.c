/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-referrers-dialog.h"

#include "nsc-accessible-names.h"
#include "nsc-announcement.h"
#include "nsc-error-door.h"
#include "nsc-inquiry.h"
#include "nsc-record-title.h"
#include "nsc-tongue.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

/* A list is read, not searched: of more than these the number is told. */
#define MAX_PER_TABLE 50

struct _NscReferrersDialog
{
  AdwDialog parent_instance;

  GtkBox *groups_box;
  GtkLabel *words_label;
};

G_DEFINE_FINAL_TYPE (NscReferrersDialog, nsc_referrers_dialog, ADW_TYPE_DIALOG)

/* ---- the question, on a worker ---- */

typedef struct
{
  const NscTable *table;
  gint64 row;
  char *title;
  char *date; /* when it was, or "" */
} Referrer;

typedef struct
{
  const NscTable *table;
  GArray *rows; /* of gint64 */
  const char *language;
} Question;

typedef struct
{
  GPtrArray *referrers; /* of Referrer, table by table */
  guint64 n;            /* with those that are not listed */
  guint n_rows;         /* that were asked about */
  char *subject;        /* the name of the first row */
} Answer;

static void
referrer_free (gpointer data)
{
  Referrer *referrer = data;

  g_free (referrer->title);
  g_free (referrer->date);
  g_free (referrer);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_array_unref (question->rows);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_ptr_array_unref (answer->referrers);
  g_free (answer->subject);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static char *
dup_date (const NscRecord *record)
{
  const NscTable *table = nsc_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].kind == NSC_COLUMN_DATE && *nsc_record_get (record, i) != '\0')
      return g_strdup (nsc_record_get (record, i));
  return g_strdup ("");
}

/* Whether it is one of those that are asked about. */
static gboolean
is_asked (const Question *question, const NscTable *table, gint64 row)
{
  for (guint i = 0; table == question->table && i < question->rows->len; i++)
    if (g_array_index (question->rows, gint64, i) == row)
      return TRUE;
  return FALSE;
}

static gboolean
add_referrer (NscReader *reader, const Question *question, const NscRecord *record, Answer *answer, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  g_autofree char *title = NULL;
  Referrer *referrer;

  if (is_asked (question, table, nsc_record_get_row (record)))
    {
      answer->n--;
      return TRUE;
    }
  title = nsc_record_title (reader, record, question->language, error);
  if (title == NULL)
    return FALSE;
  referrer = g_new0 (Referrer, 1);
  referrer->table = table;
  referrer->row = nsc_record_get_row (record);
  referrer->title = g_steal_pointer (&title);
  referrer->date = dup_date (record);
  g_ptr_array_add (answer->referrers, referrer);
  return TRUE;
}

static gboolean
add_referrers (NscReader *reader, const Question *question, gint64 row, Answer *answer, GError **error)
{
  gint64 n = nsc_reader_count_references (reader, question->table, row, error);
  g_autoptr (GPtrArray) records = NULL;

  if (n < 0)
    return FALSE;
  answer->n += (guint64) n;
  records = n > 0 ? nsc_reader_list_referrers (reader, question->table, row, MAX_PER_TABLE, error) : NULL;
  if (n > 0 && records == NULL)
    return FALSE;
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!add_referrer (reader, question, g_ptr_array_index (records, i), answer, error))
      return FALSE;
  return TRUE;
}

static int
by_table (gconstpointer a, gconstpointer b)
{
  const Referrer *one = *(const Referrer *const *) a, *other = *(const Referrer *const *) b;

  return one->table != other->table ? g_utf8_collate (_ (one->table->title), _ (other->table->title))
                                    : g_utf8_collate (one->title, other->title);
}

static gpointer
find_referrers (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (NscRecord) first = NULL;

  answer->n_rows = question->rows->len;
  answer->referrers = g_ptr_array_new_with_free_func (referrer_free);
  first = nsc_reader_get_record (reader, question->table, g_array_index (question->rows, gint64, 0), error);
  answer->subject = first != NULL ? nsc_record_title (reader, first, question->language, error) : NULL;
  if (answer->subject == NULL)
    return NULL;
  for (guint i = 0; i < question->rows->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_referrers (reader, question, g_array_index (question->rows, gint64, i), answer, error))
      return NULL;
  g_ptr_array_sort (answer->referrers, by_table);
  return g_steal_pointer (&answer);
}

/* ---- the list ---- */

static char *
dup_words (const Answer *answer)
{
  g_autofree char *digits = nsc_text_integer (nsc_tongue_get (), answer->n);
  g_autofree char *asked = nsc_text_integer (nsc_tongue_get (), answer->n_rows);

  if (answer->n == 0)
    return g_strdup_printf (_ ("No record refers to “%s”."), answer->subject);
  if (answer->n_rows == 1)
    /* Translators: a number of records and the name of one. */
    return g_strdup_printf (ngettext ("%1$s record refers to “%2$s”, which can only be deleted when it no longer does.",
                                      "%1$s records refer to “%2$s”, which can only be deleted when they no longer do.",
                                      answer->n),
                            digits, answer->subject);
  /* Translators: how many records refer to how many others. */
  return g_strdup_printf (
      ngettext ("%1$s record refers to some of the %2$s, which can only be deleted when it no longer does.",
                "%1$s records refer to some of the %2$s, which can only be deleted when they no longer do.", answer->n),
      digits, asked);
}

static void
activated_cb (AdwActionRow *row, const Referrer *referrer)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "win.edit-record", "(sx)", referrer->table->name, referrer->row);
}

static GtkWidget *
make_row (const Referrer *referrer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), referrer->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), referrer->date);
  nsc_accessible_names_complete_row (ADW_ACTION_ROW (row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), (gpointer) referrer);
  return row;
}

static void
show (NscReferrersDialog *self, Answer *answer)
{
  g_autofree char *words = dup_words (answer);
  AdwPreferencesGroup *group = NULL;
  const NscTable *table = NULL;

  gtk_label_set_label (self->words_label, words);
  g_object_set_data_full (G_OBJECT (self), "nsc-answer", answer, answer_free);
  for (guint i = 0; i < answer->referrers->len; i++)
    {
      const Referrer *referrer = g_ptr_array_index (answer->referrers, i);

      if (referrer->table != table)
        {
          table = referrer->table;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (table->title));
          gtk_box_append (self->groups_box, GTK_WIDGET (group));
        }
      adw_preferences_group_add (group, make_row (referrer));
    }
  if (answer->n > answer->referrers->len)
    {
      guint64 n = answer->n - answer->referrers->len;
      g_autofree char *digits = nsc_text_integer (nsc_tongue_get (), n);
      g_autofree char *more = g_strdup_printf (ngettext ("and %s more", "and %s more", n), digits);
      GtkWidget *label = gtk_label_new (more);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (self->groups_box, label);
    }
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = nsc_inquiry_finish (result, &error);
  NscReferrersDialog *self;

  if (gtk_widget_get_root (parent) == NULL)
    return;
  if (answer == NULL)
    {
      nsc_error_door_show (parent, error);
      return;
    }
  self = g_object_new (NSC_TYPE_REFERRERS_DIALOG, NULL);
  show (self, g_steal_pointer (&answer));
  adw_dialog_present (ADW_DIALOG (self), parent);
  nsc_announcement_make (GTK_WIDGET (self), gtk_label_get_label (self->words_label));
}

/* ---- object ---- */

static void
nsc_referrers_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_REFERRERS_DIALOG);
  G_OBJECT_CLASS (nsc_referrers_dialog_parent_class)->dispose (object);
}

static void
nsc_referrers_dialog_class_init (NscReferrersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_referrers_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/normscape/Normscape/ui/nsc-referrers-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NscReferrersDialog, groups_box);
  gtk_widget_class_bind_template_child (widget_class, NscReferrersDialog, words_label);
}

static void
nsc_referrers_dialog_init (NscReferrersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nsc_referrers_dialog_open (GtkWidget *parent, NscProject *project, const NscTable *table, const gint64 *rows, guint n)
{
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (parent) && NSC_IS_PROJECT (project));
  g_return_if_fail (table != NULL && n > 0);

  question = g_new0 (Question, 1);
  question->table = table;
  question->rows = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (question->rows, rows, n);
  question->language = nsc_tongue_get ();
  nsc_inquiry_start (project, find_referrers, question, question_free, answer_free, NULL, found_cb,
                     g_object_ref (parent));
}
