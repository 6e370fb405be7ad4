/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the window knows of a page: the project that it shows and the room that it has. A page takes both as properties,
 * and answers the actions of the window that concern it. Main thread only. */

#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The room of the window. */
typedef enum
{
  NSC_WIDTH_WIDE,   /* the pane stands beside the content */
  NSC_WIDTH_SNUG,   /* too, and leaves the header room for the title only */
  NSC_WIDTH_MEDIUM, /* over it */
  NSC_WIDTH_SMALL,  /* and the header has room for the title only */
  NSC_WIDTH_NARROW, /* the pane is a sheet from below, the sidebar a page of its own */
} NscWidthClass;

#define NSC_TYPE_WIDTH_CLASS (nsc_width_class_get_type ())
GType nsc_width_class_get_type (void);

/* The actions of the window that only a page can answer. */
typedef enum
{
  NSC_PAGE_FIND,
  NSC_PAGE_EXPORT,
  NSC_PAGE_COPY, /* what is shown */
  NSC_PAGE_COPY_FIGURE,
  NSC_PAGE_COPY_SVG,
  NSC_PAGE_COPY_TABLE,
  NSC_PAGE_PRINT,
  NSC_PAGE_ADD_RECORD,
  NSC_PAGE_TOGGLE_PANE,
  NSC_PAGE_SHOW_FIGURE,
  NSC_PAGE_SHOW_TABLE,
  NSC_PAGE_PRESENT,
  NSC_PAGE_ZOOM_IN,
  NSC_PAGE_ZOOM_OUT,
  NSC_PAGE_ZOOM_RESET,
  NSC_PAGE_ZOOM_WHOLE,
  NSC_PAGE_ADD_TO_STORY,
} NscPageAction;

#define NSC_TYPE_PAGE (nsc_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (NscPage, nsc_page, NSC, PAGE, AdwBin)

struct _NscPageClass
{
  AdwBinClass parent_class;

  void (*project_set) (NscPage *self);     /* another project, or none */
  void (*project_changed) (NscPage *self); /* the records of the project */
  void (*width_class_set) (NscPage *self); /* the room */
  gboolean (*act) (NscPage *self, NscPageAction action);
  GtkWidget *(*get_part) (NscPage *self, guint part); /* NULL after the last */
};

/* Properties: "project" (NscProject or NULL), "width-class", "narrow" (whether it is NSC_WIDTH_NARROW), "small" (or
 * NSC_WIDTH_SMALL), "trouble" (the words of the banner or ""), "troubled" (whether there are such words), "remedy" (the
 * label of the banner's button, or ""), "menu" (the main menu, GMenuModel, which a page shows where the sidebar is a
 * page of its own). */
NscProject *nsc_page_get_project (NscPage *self);
void nsc_page_set_project (NscPage *self, NscProject *project);
NscWidthClass nsc_page_get_width_class (NscPage *self);

/* FALSE: this page has nothing to answer it with. */
gboolean nsc_page_act (NscPage *self, NscPageAction action);

/* The parts that F6 goes to, content first, then what is open beside it; NULL after the last. */
GtkWidget *nsc_page_get_part (NscPage *self, guint part);

G_END_DECLS
