#include "ui/widgets/textmarks.h"

#include <algorithm>

namespace tincan {

namespace {

QString between(const QTextCursor &cursor, int start, int end)
{
    QTextCursor part = cursor;
    part.setPosition(std::max(0, start));
    part.setPosition(std::min(end, cursor.document()->characterCount() - 1), QTextCursor::KeepAnchor);
    return part.selectedText();
}

void select(QTextCursor &cursor, int start, int end)
{
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
}

} // namespace

void toggleMark(QTextCursor &cursor, const QString &mark)
{
    const int size = int(mark.size());
    const int start = cursor.selectionStart();
    const int end = cursor.selectionEnd();
    const QString selected = between(cursor, start, end);
    const bool inside = selected.size() >= 2 * size && selected.startsWith(mark) && selected.endsWith(mark);
    const bool outside = between(cursor, start - size, start) == mark && start >= size &&
                         between(cursor, end, end + size) == mark;
    cursor.beginEditBlock();
    if (inside) {
        cursor.insertText(selected.sliced(size, selected.size() - 2 * size));
        select(cursor, start, end - 2 * size);
    } else if (outside) {
        select(cursor, start - size, end + size);
        cursor.insertText(selected);
        select(cursor, start - size, end - size);
    } else {
        cursor.insertText(mark + selected + mark);
        select(cursor, start + size, end + size);
    }
    cursor.endEditBlock();
}

} // namespace tincan
