#include "ui/widgets/hostpanel.h"

#include "ui/models/moderationwords.h"
#include "ui/models/powers.h"
#include "ui/models/serversession.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/moderationdesk.h"
#include "ui/widgets/tablepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace tincan {

namespace {

constexpr int actsShown = 200; // the most that a server tells at once

} // namespace

HostPanel::HostPanel(ServerSession &session, QWidget *parent)
    : QDialog(parent), m_session(&session), m_desk(new ModerationDesk(*this)),
      m_connections(HostTables::connectionColumns(),
                    [](const ConnectionInfo &one) { return HostTables::keyOf(one); }),
      m_bans(HostTables::banColumns(), [](const Ban &one) { return HostTables::keyOf(one); }),
      m_moderators(HostTables::moderatorColumns(), [](const Member &one) { return HostTables::keyOf(one); }),
      m_acts(HostTables::actColumns(), [](const ActRecord &one) { return HostTables::keyOf(one); }),
      m_heading(makeLabel({}, LabelKind::Heading)), m_problem(makeLabel({}, LabelKind::Error)),
      m_pages(new QTabWidget),
      m_connectionPage(new TablePage(m_connections, ConnectionTable::sortRole, tr("Connections"))),
      m_banPage(new TablePage(m_bans, BanTable::sortRole, tr("Bans and mutes"))),
      m_moderatorPage(new TablePage(m_moderators, ModeratorTable::sortRole, tr("Moderators"))),
      m_actPage(new TablePage(m_acts, ActTable::sortRole, tr("Log of acts")))
{
    setWindowTitle(tr("Who Is Connected"));
    resize(940, 480);
    m_problem->hide();
    m_pages->setAccessibleName(windowTitle());
    addConnections();
    addBans();
    addActs();
    addModerators();
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(10);
    rows->addWidget(m_heading);
    rows->addWidget(m_problem);
    rows->addWidget(m_pages, 1);
    rows->addWidget(close, 0, Qt::AlignRight);
    connectSession();
    m_refresh.setInterval(2s);
    connect(&m_refresh, &QTimer::timeout, this, &HostPanel::refresh);
    connect(m_pages, &QTabWidget::currentChanged, this, &HostPanel::refresh);
    m_refresh.start();
    refresh();
    showState();
    m_pages->setFocus(Qt::OtherFocusReason); // there are no rows yet; Tab goes on to them
}

void HostPanel::addConnections()
{
    constexpr int name = 0;
    m_connectionPage->setNote(tr("Asking who is connected…"));
    m_connectionPage->sortBy(name, Qt::AscendingOrder);
    m_kick = m_connectionPage->addButton(tr("&Remove…"));
    m_ban = m_connectionPage->addButton(tr("&Ban…"));
    connect(m_kick, &QPushButton::clicked, this, [this] { ask(Penalty::Kick); });
    connect(m_ban, &QPushButton::clicked, this, [this] { ask(Penalty::Ban); });
    connect(m_connectionPage, &TablePage::currentChanged, this, &HostPanel::showState);
    m_pages->addTab(m_connectionPage, tr("&Connections"));
}

void HostPanel::addBans()
{
    constexpr int until = 2;
    m_banPage->setNote(tr("Asking who is banned…"));
    m_banPage->sortBy(until, Qt::AscendingOrder);
    m_lift = m_banPage->addButton(tr("&Lift"));
    connect(m_lift, &QPushButton::clicked, this, &HostPanel::lift);
    connect(m_banPage, &TablePage::currentChanged, this, &HostPanel::showState);
    m_pages->addTab(m_banPage, tr("B&ans"));
}

void HostPanel::addModerators()
{
    constexpr int name = 0;
    m_moderatorPage->setNote(tr("Asking who is a moderator…"));
    m_moderatorPage->sortBy(name, Qt::AscendingOrder);
    m_demote = m_moderatorPage->addButton(tr("No Longer Mo&derator"));
    connect(m_demote, &QPushButton::clicked, this, &HostPanel::demote);
    connect(m_moderatorPage, &TablePage::currentChanged, this, &HostPanel::showState);
    m_pages->addTab(m_moderatorPage, tr("&Moderators"));
}

void HostPanel::addActs()
{
    constexpr int when = 0;
    m_actPage->setNote(tr("Asking what was done…"));
    m_actPage->sortBy(when, Qt::DescendingOrder);
    m_copy = m_actPage->addButton(tr("Cop&y as Text"));
    connect(m_copy, &QPushButton::clicked, this, &HostPanel::copyActs);
    m_pages->addTab(m_actPage, tr("L&og"));
}

void HostPanel::connectSession()
{
    ServerSession *session = m_session;
    RoomClient *client = session->client();
    connect(session, &QObject::destroyed, this, &QDialog::reject);
    connect(session, &ServerSession::selfChanged, this, &HostPanel::showState);
    connect(session, &ServerSession::stateChanged, this, &HostPanel::showState);
    connect(session, &ServerSession::problem, this,
            [this](const QString &sentence) { showError(m_problem, sentence); });
    connect(client, &RoomClient::moderated, this, [this] {
        showError(m_problem, {});
        refresh();
    });
    connect(client, &RoomClient::connectionsListed, this, [this](const QList<ConnectionInfo> &connections) {
        m_connections.setRecords(connections);
        m_connectionPage->setNote(tr("Nobody is connected."));
        showState();
    });
    connect(client, &RoomClient::bansListed, this, [this](const QList<Ban> &bans) {
        m_bans.setRecords(bans);
        m_banPage->setNote(tr("Nobody is banned or muted."));
        showState();
    });
    connect(client, &RoomClient::moderatorsListed, this, [this](const QList<Member> &moderators) {
        m_moderators.setRecords(moderators);
        m_moderatorPage->setNote(
            tr("Nobody is a moderator. People with a key are made moderators from their menu."));
        showState();
    });
    connect(client, &RoomClient::actsListed, this, [this](const QList<ActRecord> &acts) {
        m_acts.setRecords(acts);
        m_actPage->setNote(tr("Nothing was done yet. Who is removed, banned or muted is listed here."));
        showState();
    });
}

void HostPanel::turnTo(HostPage page)
{
    m_pages->setCurrentIndex(int(page)); // they were added in this order
    m_pages->setFocus(Qt::OtherFocusReason);
}

void HostPanel::refresh()
{
    if (!m_session || m_session->state().phase != Phase::Online) {
        return;
    }
    if (m_pages->currentWidget() == m_connectionPage) {
        m_session->client()->requestConnections();
    } else if (m_pages->currentWidget() == m_banPage) {
        m_session->client()->requestBans();
    } else if (m_pages->currentWidget() == m_moderatorPage) {
        m_session->client()->requestModerators();
    } else {
        m_session->client()->requestActs(actsShown);
    }
}

void HostPanel::showState()
{
    if (!m_session) {
        return;
    }
    if (m_session->state().phase == Phase::Online && !isModerating(m_session->self().role)) {
        reject();
        return;
    }
    //: %1: a server's name
    m_heading->setText(tr("%1: %n connections", nullptr, m_connections.rowCount()).arg(m_session->title()));
    const auto member = currentMember();
    const bool powerful = member && powersOver(m_session->self(), *member).moderate;
    m_kick->setEnabled(powerful);
    m_ban->setEnabled(powerful);
    const int ban = m_banPage->currentRow();
    m_lift->setEnabled(ban >= 0);
    m_lift->setText(ban >= 0 && m_bans.record(ban).act == Act::Mute ? tr("&Lift the Mute")
                                                                    : tr("&Lift the Ban"));
    m_demote->setEnabled(m_session->self().role == Role::Owner && m_moderatorPage->currentRow() >= 0);
    m_copy->setEnabled(m_acts.rowCount() > 0);
}

std::optional<Member> HostPanel::currentMember() const
{
    const int row = m_connectionPage->currentRow();
    if (row < 0 || m_connections.record(row).member.isEmpty()) {
        return std::nullopt;
    }
    const ConnectionInfo &connection = m_connections.record(row);
    Member member;
    member.id = connection.member;
    member.name = connection.name;
    member.role = connection.role;
    return member;
}

void HostPanel::ask(Penalty penalty)
{
    if (const auto member = currentMember(); m_session && member) {
        m_desk->ask(penalty, *m_session, member->id, member->name);
    }
}

void HostPanel::lift()
{
    const int row = m_banPage->currentRow();
    if (m_session && row >= 0) {
        command::Moderate unban;
        unban.act = Act::Unban;
        unban.ban = m_bans.record(row).id;
        m_session->moderate(unban);
    }
}

void HostPanel::demote()
{
    const int row = m_moderatorPage->currentRow();
    if (m_session && row >= 0) {
        command::Moderate act;
        act.act = Act::Demote;
        act.member = m_moderators.record(row).id;
        m_session->moderate(act);
    }
}

void HostPanel::copyActs()
{
    QString text;
    for (const ActRecord &act : m_acts.records()) {
        text += ModerationWords::line(act) + u'\n';
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace tincan
