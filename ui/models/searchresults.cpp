#include "ui/models/searchresults.h"

#include "protocol/searchfold.h"
#include "ui/models/conversationroles.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int pageLimit = 100;

} // namespace

SearchResults::SearchResults(ChatSessions &sessions, QObject *parent)
    : QAbstractListModel(parent), m_sessions(sessions)
{
    for (ServerSession *session : m_sessions.sessions()) {
        watch(session);
    }
    connect(&m_sessions, &ChatSessions::sessionAdded, this, &SearchResults::watch);
    connect(&m_sessions, &ChatSessions::sessionAboutToBeRemoved, this, [this](ServerSession *session) {
        m_asked.removeIf([session](const Asked &asked) { return asked.server == session->key(); });
        Q_EMIT progressed();
    });
}

SearchResults::~SearchResults()
{
    stop();
}

void SearchResults::watch(ServerSession *session)
{
    const int server = session->key();
    connect(session->client(), &RoomClient::found, this,
            [this, server](const serverevent::Found &found) { take(server, found); });
    connect(session->client(), &RoomClient::searchFailed, this,
            [this, server](const QString &tag) { fail(server, tag); });
    connect(session, &ServerSession::stateChanged, this, [this, session] { lose(session); });
}

int SearchResults::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant SearchResults::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hits.size()) {
        return {};
    }
    const Hit &hit = m_hits.at(index.row());
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(hit.event.at);
    switch (role) {
    case ServerRole:
        return hit.server;
    case RoomIdRole:
        return hit.event.room.value();
    case SeqRole:
        return qint64(hit.event.seq);
    case RoomRole:
        return roomOf(hit);
    case AuthorRole:
        return hit.event.from.name;
    case TimeRole:
        return time;
    case TextRole:
    case Qt::DisplayRole:
        return hit.event.text;
    case Qt::AccessibleTextRole:
        //: what a screen reader says of a message that was found: author, room, time, text
        return tr("%1, %2, %3, %4")
            .arg(hit.event.from.name, roomOf(hit), QLocale().toString(time, QLocale::ShortFormat),
                 hit.event.text);
    default:
        return {};
    }
}

QString SearchResults::roomOf(const Hit &hit) const
{
    const ServerSession *session = m_sessions.session(hit.server);
    const Conversation *conversation = session ? session->conversation(hit.event.room) : nullptr;
    const QString room = conversation ? conversation->title() : hit.event.room.value();
    return session && m_sessions.sessions().size() > 1 ? room + u" · "_s + session->title() : room;
}

void SearchResults::search(const SearchQuery &query)
{
    stop();
    beginResetModel();
    m_hits.clear();
    endResetModel();
    m_query = query;
    m_notAsked.clear();
    m_rooms = 0;
    m_full = false;
    if (!query.isEmpty()) {
        for (ServerSession *session : m_sessions.sessions()) {
            searchSession(session);
        }
    }
    Q_EMIT progressed();
}

void SearchResults::stop()
{
    for (const Asked &asked : std::exchange(m_asked, {})) {
        if (ServerSession *session = m_sessions.session(asked.server)) {
            session->client()->abandonSearch(asked.tag);
        }
    }
}

void SearchResults::searchSession(ServerSession *session)
{
    QList<RoomId> wanted;
    for (Conversation *conversation : session->conversations()) {
        if (isWanted(*conversation)) {
            wanted.append(conversation->id());
            searchLoaded(conversation);
        }
    }
    m_rooms += int(wanted.size());
    if (wanted.isEmpty()) {
        return;
    }
    if (m_query.in.isEmpty()) {
        return ask(session, {}, {});
    }
    for (const RoomId &room : std::as_const(wanted)) {
        ask(session, room, {});
    }
}

/// A room is meant by the beginning of its name, a person likewise.
bool SearchResults::isWanted(const Conversation &conversation) const
{
    QString in = searchFold(m_query.in);
    if (in.startsWith(u'#')) {
        in.remove(0, 1);
    }
    return in.isEmpty() || searchFold(conversation.name()).startsWith(in) ||
           searchFold(conversation.id().value()).startsWith(in);
}

void SearchResults::searchLoaded(Conversation *conversation)
{
    const ConversationModel &messages = *conversation->messages();
    QList<Hit> hits;
    for (int row = messages.rowCount() - 1; row >= 0 && hits.size() <= most; --row) {
        const QModelIndex index = messages.index(row);
        const Seq seq = index.data(conversation::SeqRole).toLongLong();
        const auto kind = conversation::RowKind(index.data(conversation::KindRole).toInt());
        const bool isOpen =
            !index.data(conversation::HiddenRole).toBool() && !index.data(conversation::DeletedRole).toBool();
        RoomEvent event;
        event.from.name = index.data(conversation::AuthorNameRole).toString();
        event.at = index.data(conversation::AtRole).toLongLong();
        event.text = index.data(conversation::TextRole).toString();
        if (seq > 0 && isOpen && kind != conversation::RowKind::Notice &&
            m_query.finds(event.from.name, event.at, event.text)) {
            event.room = conversation->id();
            event.seq = seq;
            hits.append({conversation->server(), event});
        }
    }
    add(hits);
}

command::Search SearchResults::question(const RoomId &room, const QString &cursor) const
{
    command::Search question;
    question.text = m_query.text;
    question.room = room;
    question.from = m_query.from;
    question.after = m_query.after;
    question.before = m_query.before;
    question.limit = pageLimit;
    question.cursor = cursor;
    return question;
}

void SearchResults::ask(ServerSession *session, const RoomId &room, const QString &cursor)
{
    const QString tag = session->client()->search(question(room, cursor));
    if (tag.isEmpty()) {
        askCopy(session, room, {});
    } else {
        m_asked.append({session->key(), tag, room, false});
    }
}

void SearchResults::askCopy(ServerSession *session, const RoomId &room, const QString &cursor)
{
    note(session);
    const QString tag = session->client()->searchCopy(question(room, cursor));
    if (!tag.isEmpty()) {
        m_asked.append({session->key(), tag, room, true});
    }
}

bool SearchResults::takeAsked(int server, const QString &tag, Asked &asked)
{
    const auto found = std::find_if(m_asked.begin(), m_asked.end(),
                                    [&](const Asked &one) { return one.server == server && one.tag == tag; });
    if (found == m_asked.end()) {
        return false;
    }
    asked = *found;
    m_asked.erase(found);
    return true;
}

void SearchResults::take(int server, const serverevent::Found &found)
{
    Asked asked;
    ServerSession *session = m_sessions.session(server);
    if (!session || !takeAsked(server, found.re, asked)) {
        return;
    }
    QList<Hit> hits;
    for (const RoomEvent &event : found.events) {
        const Conversation *conversation = session->conversation(event.room);
        if (conversation && isWanted(*conversation)) {
            hits.append({server, event});
        }
    }
    add(hits);
    if (found.more() && !m_full) {
        asked.ofCopy ? askCopy(session, asked.room, found.cursor) : ask(session, asked.room, found.cursor);
    }
    Q_EMIT progressed();
}

void SearchResults::fail(int server, const QString &tag)
{
    Asked asked;
    ServerSession *session = m_sessions.session(server);
    if (session && takeAsked(server, tag, asked)) {
        askCopy(session, asked.room, {});
        Q_EMIT progressed();
    }
}

/// A server that is gone may not come back soon.
void SearchResults::lose(ServerSession *session)
{
    if (session->state().phase == Phase::Online) {
        return;
    }
    const QList<Asked> all = m_asked;
    for (const Asked &asked : all) {
        if (asked.server == session->key() && !asked.ofCopy) {
            session->client()->abandonSearch(asked.tag);
            fail(asked.server, asked.tag);
        }
    }
}

void SearchResults::note(ServerSession *session)
{
    if (!m_notAsked.contains(session->title())) {
        m_notAsked.append(session->title());
    }
}

void SearchResults::add(const QList<Hit> &hits)
{
    const auto isBelow = [](const Hit &a, const Hit &b) {
        return std::tuple(a.event.at, a.event.seq) > std::tuple(b.event.at, b.event.seq);
    };
    const auto isSame = [](const Hit &a, const Hit &b) {
        return a.server == b.server && a.event.room == b.event.room && a.event.seq == b.event.seq;
    };
    for (const Hit &hit : hits) {
        const auto place = std::upper_bound(m_hits.begin(), m_hits.end(), hit, isBelow);
        const bool isKnown =
            std::any_of(m_hits.begin(), place, [&](const Hit &one) { return isSame(one, hit); });
        const int row = int(place - m_hits.begin());
        if (isKnown || row >= most) {
            m_full = m_full || (!isKnown && row >= most);
            continue;
        }
        beginInsertRows({}, row, row);
        m_hits.insert(row, hit);
        endInsertRows();
    }
    if (m_hits.size() > most) {
        m_full = true;
        beginRemoveRows({}, most, int(m_hits.size()) - 1);
        m_hits.resize(most);
        endRemoveRows();
    }
}

} // namespace tincan
