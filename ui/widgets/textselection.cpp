#include "ui/widgets/textselection.h"

#include "ui/widgets/messagecontent.h"

#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace tincan {

using namespace Qt::StringLiterals;
using namespace conversation;

namespace {

std::pair<int, int> wordAround(const QString &text, int offset)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(std::min(offset, int(text.size())));
    int end = int(finder.toNextBoundary());
    if (end < 0) {
        end = int(text.size());
    }
    finder.setPosition(end);
    return {std::max(0, int(finder.toPreviousBoundary())), end};
}

} // namespace

bool TextSelection::isEmpty() const
{
    return !m_fixed.isValid() || !m_moving.isValid() || m_fixed == m_moving;
}

void TextSelection::clear()
{
    *this = {};
}

void TextSelection::start(const TextPosition &position, SelectionUnit unit)
{
    m_unit = unit;
    std::tie(m_originStart, m_originEnd) = unitAround(position, unit);
    m_fixed = m_originStart;
    m_moving = m_originEnd;
}

void TextSelection::extendTo(const TextPosition &position)
{
    if (!m_originStart.isValid()) {
        start(position, SelectionUnit::Character);
        return;
    }
    const auto [from, to] = unitAround(position, m_unit);
    const bool backwards = position < m_originStart;
    m_fixed = backwards ? m_originEnd : m_originStart;
    m_moving = backwards ? from : std::max(to, m_originEnd);
}

void TextSelection::set(const TextPosition &fixed, const TextPosition &moving)
{
    m_unit = SelectionUnit::Character;
    m_originStart = m_originEnd = m_fixed = fixed;
    m_moving = moving;
}

TextSelection::Span TextSelection::spanIn(int row, int length) const
{
    if (isEmpty() || row < first().row.row() || row > last().row.row()) {
        return {};
    }
    const int from = row == first().row.row() ? std::min(first().offset, length) : 0;
    const int to = row == last().row.row() ? std::min(last().offset, length) : length;
    return {from, to - from};
}

QString TextSelection::text() const
{
    if (isEmpty()) {
        return {};
    }
    const int from = first().row.row();
    const int to = last().row.row();
    if (from == to) {
        const QString shown = shownTextOf(first().row);
        const Span span = spanIn(from, int(shown.size()));
        return shown.mid(span.from, span.length);
    }
    QStringList lines;
    for (int row = from; row <= to; ++row) {
        const QString one = line(first().row.sibling(row, 0));
        if (!one.isEmpty()) {
            lines.append(one);
        }
    }
    return lines.join(u'\n');
}

QString TextSelection::line(const QModelIndex &index) const
{
    const QString shown = shownTextOf(index);
    const Span span = spanIn(index.row(), int(shown.size()));
    return span.length > 0 ? quotedLine(index, shown.mid(span.from, span.length)) : QString();
}

std::pair<TextPosition, TextPosition> unitAround(const TextPosition &position, SelectionUnit unit)
{
    TextPosition from = position;
    TextPosition to = position;
    switch (unit) {
    case SelectionUnit::Character:
        break;
    case SelectionUnit::Word:
        std::tie(from.offset, to.offset) = wordAround(shownTextOf(position.row), position.offset);
        break;
    case SelectionUnit::Message:
        from.offset = 0;
        to.offset = int(shownTextOf(position.row).size());
        break;
    }
    return {from, to};
}

QString quotedLine(const QModelIndex &index, const QString &part)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(index.data(AtRole).toLongLong());
    const QString stamp = u'[' + time.toString(u"HH:mm"_s) + u"] "_s;
    if (RowKind(index.data(KindRole).toInt()) != RowKind::Message) {
        return stamp + part;
    }
    return stamp + index.data(AuthorNameRole).toString() + u": "_s + part;
}

} // namespace tincan
