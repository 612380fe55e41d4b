#pragma once

#include <QPersistentModelIndex>
#include <QString>

#include <compare>
#include <utility>

namespace tincan {

/// A place between two characters of the shown text of a row.
struct TextPosition
{
    QPersistentModelIndex row;
    int offset = 0;

    bool isValid() const { return row.isValid(); }
    friend std::strong_ordering operator<=>(const TextPosition &a, const TextPosition &b)
    {
        return std::pair(a.row.row(), a.offset) <=> std::pair(b.row.row(), b.offset);
    }
    friend bool operator==(const TextPosition &a, const TextPosition &b) { return (a <=> b) == 0; }
};

/// The unit by which a selection grows: a click, a double click, a triple click.
enum class SelectionUnit
{
    Character,
    Word,
    Message
};

/// What is selected in a conversation: from any place of a row to any place of another. It moves with its
/// rows.
class TextSelection
{
public:
    struct Span
    {
        int from = 0;
        int length = 0;
    };

    bool isEmpty() const;
    void clear();

    /// Selects the unit around a position; extendTo() then grows by that unit.
    void start(const TextPosition &position, SelectionUnit unit);
    void extendTo(const TextPosition &position);
    void set(const TextPosition &fixed, const TextPosition &moving);

    const TextPosition &moving() const { return m_moving; }
    const TextPosition &first() const { return std::min(m_fixed, m_moving); }
    const TextPosition &last() const { return std::max(m_fixed, m_moving); }

    /// The selected part of a row whose text has this length.
    Span spanIn(int row, int length) const;

    /// One row gives its bare text, several give lines of "[HH:MM] name: text".
    QString text() const;

private:
    QString line(const QModelIndex &index) const;

    TextPosition m_fixed, m_moving;
    TextPosition m_originStart, m_originEnd; ///< the unit that start() selected
    SelectionUnit m_unit = SelectionUnit::Character;
};

/// The unit of a row's text around a position.
std::pair<TextPosition, TextPosition> unitAround(const TextPosition &position, SelectionUnit unit);

/// "[HH:MM] name: text" for a part of a row's text.
QString quotedLine(const QModelIndex &index, const QString &part);

} // namespace tincan
