#include "ui/models/messagefinder.h"

#include "protocol/searchfold.h"
#include "ui/models/conversationroles.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace tincan {

namespace {

constexpr int pageLimit = 200;
constexpr int recountAfter = 100; // ms

} // namespace

MessageFinder::MessageFinder(QObject *parent) : QObject(parent)
{
    m_recount.setSingleShot(true);
    m_recount.setInterval(recountAfter);
    connect(&m_recount, &QTimer::timeout, this, [this] {
        collect();
        settleOnFirst();
        Q_EMIT changed();
    });
}

void MessageFinder::setConversation(Conversation *conversation, RoomClient *client)
{
    for (const QMetaObject::Connection &watch : std::as_const(m_watches)) {
        disconnect(watch);
    }
    m_watches.clear();
    find({}, 0);
    m_conversation = conversation;
    m_client = client;
    if (conversation) {
        const auto recount = [this] {
            if (!m_terms.isEmpty() && !m_recount.isActive()) {
                m_recount.start();
            }
        };
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
            m_watches.append(connect(conversation->messages(), signal, this, recount));
        }
        m_watches.append(connect(conversation->messages(), &QAbstractItemModel::dataChanged, this, recount));
    }
    if (client) {
        m_watches.append(connect(client, &RoomClient::found, this, &MessageFinder::take));
        m_watches.append(connect(client, &RoomClient::searchFailed, this, &MessageFinder::fail));
        m_watches.append(connect(client, &RoomClient::stateChanged, this, &MessageFinder::lose));
    }
}

void MessageFinder::find(const QString &text, Seq from)
{
    abandon();
    m_recount.stop();
    m_text = text;
    m_terms = searchTerms(searchPhrase(text));
    m_from = from > 0 ? from : std::numeric_limits<Seq>::max();
    m_current = 0;
    m_hits.clear();
    m_remote.clear();
    m_cursor.clear();
    m_ofCopy = false;
    m_problem.clear();
    if (!m_terms.isEmpty() && m_conversation) {
        collect();
        if (m_conversation->messages()->hasOlder()) {
            ask({});
        }
        settleOnFirst();
    }
    Q_EMIT changed();
}

/// Everything that is loaded, and what the server or the copy said of the rest.
void MessageFinder::collect()
{
    m_hits.clear();
    if (!m_conversation) {
        return;
    }
    const ConversationModel &messages = *m_conversation->messages();
    for (int row = messages.rowCount() - 1; row >= 0; --row) {
        const QModelIndex index = messages.index(row);
        const Seq seq = index.data(conversation::SeqRole).toLongLong();
        const bool isNotice =
            index.data(conversation::KindRole).toInt() == int(conversation::RowKind::Notice);
        if (seq > 0 && !isNotice && !index.data(conversation::HiddenRole).toBool() &&
            holdsAll(searchFold(index.data(conversation::TextRole).toString()), m_terms)) {
            m_hits.append(seq);
        }
    }
    const Seq oldest = messages.oldest();
    for (const Seq seq : std::as_const(m_remote)) {
        if (seq < oldest) {
            m_hits.append(seq);
        }
    }
    if (m_current > 0 && !m_hits.contains(m_current)) {
        m_current = 0;
    }
}

command::Search MessageFinder::question(const QString &cursor) const
{
    command::Search question;
    question.text = searchPhrase(m_text);
    question.room = m_conversation->id();
    question.limit = pageLimit;
    question.cursor = cursor;
    return question;
}

void MessageFinder::ask(const QString &cursor)
{
    if (!m_client || !m_conversation) {
        return;
    }
    if (m_ofCopy) {
        return askCopy(cursor);
    }
    m_tag = m_client->search(question(cursor));
    if (m_tag.isEmpty()) {
        searchOnlyCopy(
            tr("Only what this computer holds was searched: there is no connection to a server that "
               "could search the rest."));
    }
}

void MessageFinder::searchOnlyCopy(const QString &problem)
{
    m_problem = problem;
    m_cursor.clear(); // which is the server's
    askCopy({});
}

void MessageFinder::askCopy(const QString &cursor)
{
    m_ofCopy = true;
    m_tag = m_client && m_conversation ? m_client->searchCopy(question(cursor)) : QString();
    if (m_tag.isEmpty()) {
        m_cursor.clear();
    }
}

void MessageFinder::take(const serverevent::Found &found)
{
    if (found.re != m_tag || m_tag.isEmpty() || !m_conversation) {
        return;
    }
    m_tag.clear();
    m_cursor = found.cursor;
    const Seq oldest = m_conversation->messages()->oldest();
    bool isNew = false;
    for (const RoomEvent &event : found.events) {
        if (event.room == m_conversation->id() && event.seq < oldest && !m_remote.contains(event.seq)) {
            m_remote.append(event.seq);
            isNew = true;
        }
    }
    std::sort(m_remote.begin(), m_remote.end(), std::greater());
    collect();
    // A page of what is loaded anyway, or of nothing, brings one no further.
    if (!isNew && hasMore()) {
        ask(m_cursor);
    }
    settleOnFirst();
    Q_EMIT changed();
}

void MessageFinder::fail(const QString &tag, const Error &error)
{
    if (tag != m_tag || m_tag.isEmpty()) {
        return;
    }
    searchOnlyCopy(error.code == ErrorCode::UnknownKind
                       ? tr("Only what this computer holds was searched: this server cannot search.")
                       : tr("Only what this computer holds was searched: %1").arg(error.message));
    settleOnFirst();
    Q_EMIT changed();
}

/// A server that is gone may not come back soon.
void MessageFinder::lose(const ConnectionState &state)
{
    if (state.phase != Phase::Online && isSearching() && !m_ofCopy) {
        abandon();
        ask({});
        settleOnFirst();
        Q_EMIT changed();
    }
}

void MessageFinder::abandon()
{
    if (m_client && !m_tag.isEmpty()) {
        m_client->abandonSearch(m_tag);
    }
    m_tag.clear();
}

/// The newest hit that is not below where the search began; while older ones may still come, none that is.
void MessageFinder::settleOnFirst()
{
    if (m_current > 0 || m_hits.isEmpty()) {
        return;
    }
    const auto first =
        std::find_if(m_hits.cbegin(), m_hits.cend(), [this](Seq seq) { return seq <= m_from; });
    if (first != m_hits.cend()) {
        go(*first);
    } else if (!isSearching()) {
        go(m_hits.last());
    }
}

int MessageFinder::position() const
{
    return int(m_hits.indexOf(m_current)) + 1;
}

void MessageFinder::older()
{
    if (m_hits.isEmpty()) {
        return;
    }
    const int at = position(); // of the one behind it, counted from 0
    if (at >= count() && hasMore()) {
        if (!isSearching()) {
            m_from = m_current - 1;
            m_current = 0;
            ask(m_cursor);
            settleOnFirst(); // where nobody can be asked any more
            Q_EMIT changed();
        }
        return;
    }
    go(m_hits.at(at % count()));
    Q_EMIT changed();
}

void MessageFinder::newer()
{
    if (m_hits.isEmpty()) {
        return;
    }
    const int at = position();
    go(at > 1 ? m_hits.at(at - 2) : m_hits.last());
    Q_EMIT changed();
}

void MessageFinder::go(Seq seq)
{
    m_current = seq;
    Q_EMIT currentChanged(seq);
}

} // namespace tincan
