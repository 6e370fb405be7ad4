/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-card.h"

#include <math.h>

#define GAP 6.0
#define SHARE 0.75 /* of the width, at the most */

GtkWidget *
nsc_figure_card_new (void)
{
  /* The card says what the description says already. */
  return g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, "css-name", "figurecard",
                       "can-target", FALSE, "visible", FALSE, "wrap", TRUE, "max-width-chars", 64, NULL);
}

void
nsc_figure_card_allocate (
    GtkWidget *card, const NscSceneMark *mark, const NscFigureCamera *camera, int width, int height)
{
  graphene_rect_t row = nsc_figure_camera_to_view (camera, mark->end_x, mark->row_y, 0, mark->row_height);
  graphene_rect_t area = nsc_figure_camera_to_view (camera, mark->x, mark->y, mark->width, mark->height);
  int least_width, card_width, card_height;
  double x, y;

  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, &card_width, NULL, NULL);
  card_width = MIN (card_width, MAX (least_width, (int) (width * SHARE)));
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, card_width, NULL, &card_height, NULL, NULL);
  x = row.origin.x + GAP;
  y = row.origin.y + (row.size.height - card_height) / 2;
  x = MIN (x, width - card_width - GAP);
  if (x < area.origin.x + area.size.width / 2)
    {
      y = row.origin.y + row.size.height;
      if (y + card_height > height)
        y = row.origin.y - card_height;
    }
  x = CLAMP (x, 0, MAX (0, width - card_width));
  y = CLAMP (y, 0, MAX (0, height - card_height));
  gtk_widget_allocate (card, card_width, card_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y))));
}
