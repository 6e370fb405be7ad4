/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-present-help.h"

#include <glib/gi18n-lib.h>

#define MOST_KEYS 12

typedef struct
{
  NscPresentAction action;
  guint keys[MOST_KEYS]; /* as they come without Shift */
  const char *shown;     /* msgid in the context "key": the keys in words */
  const char *words;     /* msgid: what they do */
} Line;

static const Line lines[] = {
  { NSC_PRESENT_NEXT,
    { GDK_KEY_space, GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Page_Down, GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_KP_Right,
      GDK_KEY_KP_Down, GDK_KEY_KP_Page_Down, GDK_KEY_KP_Space },
    NC_ ("key", "Space, →, ↓, Page Down, Enter, click"),
    N_ ("Next step") },
  { NSC_PRESENT_BACK,
    { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_Page_Up, GDK_KEY_BackSpace, GDK_KEY_KP_Left, GDK_KEY_KP_Up,
      GDK_KEY_KP_Page_Up },
    NC_ ("key", "←, ↑, Page Up, Backspace, right click"),
    N_ ("Step back") },
  { NSC_PRESENT_FIRST, { GDK_KEY_Home, GDK_KEY_KP_Home }, NC_ ("key", "Home"), N_ ("To the beginning") },
  { NSC_PRESENT_LAST, { GDK_KEY_End, GDK_KEY_KP_End }, NC_ ("key", "End"), N_ ("To the end") },
  { NSC_PRESENT_NOTHING, { 0 }, NC_ ("key", "A number, then Enter"), N_ ("To that number") },
  { NSC_PRESENT_LIST, { GDK_KEY_g, GDK_KEY_j }, NC_ ("key", "G or J"), N_ ("List of figures") },
  { NSC_PRESENT_REVEAL, { GDK_KEY_r }, NC_ ("key", "R"), N_ ("At once, by rows, by series, by years") },
  { NSC_PRESENT_SPOTLIGHT,
    { GDK_KEY_s },
    NC_ ("key", "S, or hold Ctrl"),
    N_ ("Spotlight; Shift and arrow keys move it") },
  { NSC_PRESENT_LARGER,
    { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add },
    NC_ ("key", "+ and −"),
    N_ ("Size of the spotlight") },
  { NSC_PRESENT_SMALLER, { GDK_KEY_minus, GDK_KEY_underscore, GDK_KEY_KP_Subtract }, NULL, NULL },
  { NSC_PRESENT_BLACK, { GDK_KEY_b, GDK_KEY_period, GDK_KEY_KP_Decimal }, NC_ ("key", "B or ."), N_ ("Black screen") },
  { NSC_PRESENT_WHITE, { GDK_KEY_w, GDK_KEY_comma }, NC_ ("key", "W or ,"), N_ ("White screen") },
  { NSC_PRESENT_NOTE, { GDK_KEY_n }, NC_ ("key", "N"), N_ ("Note") },
  { NSC_PRESENT_MONITOR, { GDK_KEY_m }, NC_ ("key", "M"), N_ ("To the next display") },
  { NSC_PRESENT_FULL_SCREEN, { GDK_KEY_F11 }, NC_ ("key", "F11"), N_ ("Full screen or window") },
  { NSC_PRESENT_HELP, { GDK_KEY_F1, GDK_KEY_question, GDK_KEY_slash }, NC_ ("key", "F1 or ?"), N_ ("This help") },
  { NSC_PRESENT_LEAVE, { GDK_KEY_Escape }, NC_ ("key", "Escape"), N_ ("Leave") },
};

static GtkWidget *
make_label (const char *text, gboolean is_key)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  /* As wide as its words, but on an upright display no wider than there is room for. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (is_key)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

NscPresentAction
nsc_present_help_find (guint key)
{
  key = gdk_keyval_to_lower (key);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    for (gsize j = 0; j < MOST_KEYS && lines[i].keys[j] != 0; j++)
      if (lines[i].keys[j] == key)
        return lines[i].action;
  return NSC_PRESENT_NOTHING;
}

GtkWidget *
nsc_present_help_new (void)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (lines[i].shown == NULL)
        continue;
      gtk_grid_attach (GTK_GRID (grid), make_label (g_dpgettext2 (GETTEXT_PACKAGE, "key", lines[i].shown), TRUE), 0,
                       row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_label (_ (lines[i].words), FALSE), 1, row, 1, 1);
      row++;
    }
  return grid;
}
