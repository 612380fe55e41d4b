#include "ui/widgets/conversationfind.h"

#include "ui/models/conversationroles.h"
#include "ui/widgets/conversationactions.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/findbar.h"

#include <QApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

ConversationFind::ConversationFind(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    FindBar &bar = m_parts.bar;
    connect(&bar, &FindBar::textChanged, this, &ConversationFind::find);
    connect(&bar, &FindBar::olderRequested, this, &ConversationFind::goOlder);
    connect(&bar, &FindBar::newerRequested, this, &ConversationFind::goNewer);
    connect(&bar, &FindBar::backRequested, this, &ConversationFind::goBack);
    connect(&bar, &FindBar::closeRequested, this, [this] { close(false); });
    connect(&bar, &FindBar::everywhereRequested, this,
            [this] { Q_EMIT everywhereRequested(m_parts.bar.text()); });
    connect(&m_finder, &MessageFinder::changed, this, &ConversationFind::describe);
    connect(&m_finder, &MessageFinder::currentChanged, this, &ConversationFind::show);
}

void ConversationFind::setConversation(Conversation *conversation, RoomClient *client)
{
    m_place = {};
    m_finder.setConversation(conversation, client);
    m_parts.bar.hide();
    describe();
}

void ConversationFind::begin()
{
    ConversationView &view = m_parts.view;
    if (!view.model()) {
        return;
    }
    if (m_parts.bar.isHidden()) {
        const int row = view.firstVisibleRow();
        const QModelIndex first = row >= 0 ? view.model()->index(row, 0) : QModelIndex();
        m_place = {first, view.visualRect(first).top(), view.isAtBottom()};
        m_keyboard = QApplication::focusWidget();
    }
    m_parts.bar.begin();
    find();
}

void ConversationFind::find()
{
    m_parts.actions.jumpTo(0); // a match of before may be on its way
    m_finder.find(m_parts.bar.text(), lowestSeen());
}

void ConversationFind::goOlder()
{
    m_parts.bar.isHidden() ? begin() : m_finder.older();
}

void ConversationFind::goNewer()
{
    m_parts.bar.isHidden() ? begin() : m_finder.newer();
}

bool ConversationFind::goBack()
{
    if (m_parts.bar.isHidden()) {
        return false;
    }
    close(true);
    return true;
}

void ConversationFind::close(bool back)
{
    m_parts.bar.hide();
    m_parts.actions.jumpTo(0);
    m_finder.find({}, 0);
    if (back && m_place.atEnd) {
        m_parts.view.scrollToEnd();
    } else if (back && m_place.row.isValid()) {
        m_parts.view.scrollToRow(m_place.row.row(), m_place.y);
    }
    Q_EMIT closed(m_keyboard);
}

void ConversationFind::describe()
{
    FindBar &bar = m_parts.bar;
    m_parts.view.setMarks(m_finder.terms(), m_finder.current());
    bar.setSteps(m_finder.count() > 0);
    if (m_finder.terms().isEmpty()) {
        return bar.setNote({}, {}, false);
    }
    const QLocale locale;
    QString total = locale.toString(m_finder.count());
    if (m_finder.hasMore()) {
        total += u'+';
    }
    if (m_finder.position() > 0) {
        //: which of how many matches is shown
        bar.setNote(tr("%1 of %2").arg(locale.toString(m_finder.position()), total), m_finder.problem(),
                    false);
    } else if (m_finder.isSearching()) {
        bar.setNote(tr("Searching…"), {}, false);
    } else {
        const QString hint = tr("No message here holds it. All rooms… looks elsewhere, too.");
        bar.setNote(tr("Not found"), m_finder.problem().isEmpty() ? hint : m_finder.problem(), true);
    }
}

void ConversationFind::show(Seq seq)
{
    m_parts.actions.jumpTo(seq);
}

/// The newest message that is on the screen: the search begins there, and goes up.
Seq ConversationFind::lowestSeen() const
{
    const ConversationView &view = m_parts.view;
    if (view.isAtBottom() || !view.model()) {
        return 0;
    }
    for (int row = view.lastVisibleRow(); row >= 0; --row) {
        const Seq seq = view.model()->index(row, 0).data(conversation::SeqRole).toLongLong();
        if (seq > 0) {
            return seq;
        }
    }
    return 0;
}

} // namespace tincan
