#pragma once

#include "ui/widgets/theme.h"

#include <QFont>
#include <QRect>
#include <QString>

class QListView;
class QPainter;

namespace tincan {

/// What the lists at both sides of the window are painted with. All sizes hang on the list's font.

QFont sectionFont(const QFont &font); ///< small capitals above a section
QFont badgeFont(const QFont &font);   ///< counts and tags
int sideRowHeight(const QFont &font); ///< of a room or a person: at least 24 px
int sideMargin(const QFont &font);    ///< between the list's edge and what a row says

int rowsHeight(const QListView &list); ///< of all rows that are not hidden

/// The rounded ground of the selected row or of the one under the mouse, and the ring of the keyboard.
void paintRowGround(QPainter &painter, const QRect &row, const QColor &ground, const QColor &ring);

/// A section's title at the foot of `row`.
void paintSection(QPainter &painter, const QRect &row, const QString &title, const QFont &font,
                  const Tokens &tokens);

/// A count at the right (in right-to-left: left) end of `row`: filled where it is addressed to the reader,
/// else outlined. Answers with the width that it took.
int paintBadge(QPainter &painter, const QRect &row, const QString &text, bool filled, const Tokens &tokens,
               Qt::LayoutDirection direction);

/// A word in a box, such as "host", at the end of `row`. Answers with the width that it took.
int paintTag(QPainter &painter, const QRect &row, const QString &text, const Tokens &tokens,
             Qt::LayoutDirection direction);

/// Points down where what is below is shown, else to the side where reading goes on.
void paintChevron(QPainter &painter, const QRect &box, bool open, const Tokens &tokens,
                  Qt::LayoutDirection direction);

/// The sign of a name that belongs to a key: a tick in a ring.
void paintVerified(QPainter &painter, const QRect &box, const Tokens &tokens);

/// The sign of a connection that is not encrypted: a padlock whose shackle stands open.
void paintOpenLock(QPainter &painter, const QRect &box, const Tokens &tokens);

/// Here: a filled dot. Not here: a ring.
void paintPresence(QPainter &painter, const QRect &box, bool present, const Tokens &tokens);

} // namespace tincan
