#include "ui/widgets/welcomepage.h"

#include "ui/models/connectionwords.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/nearbyroomslist.h"
#include "ui/widgets/recentroomslist.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeySequence>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>

namespace tincan {

namespace {

constexpr int contentWidth = 720;
constexpr int cardsSideBySide = 600;

QFrame *makeCard(const QString &heading, const QString &text, QBoxLayout *&rows)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    rows = new QVBoxLayout(card);
    rows->setContentsMargins(22, 22, 22, 20);
    rows->setSpacing(8);
    rows->addWidget(makeLabel(heading, LabelKind::Heading));
    rows->addWidget(makeLabel(text, LabelKind::Hint));
    rows->addSpacing(4);
    return card;
}

} // namespace

WelcomePage::WelcomePage(const QString &userName, QWidget *parent)
    : QScrollArea(parent), m_form(userName), m_name(new QLineEdit(userName)),
      m_nameProblem(makeLabel({}, LabelKind::Error)), m_address(new QLineEdit),
      m_addressProblem(makeLabel({}, LabelKind::Error)), m_nearby(new NearbyRoomsList),
      m_recent(new RecentRoomsList)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);

    auto *page = new QWidget;
    auto *across = new QHBoxLayout(page);
    across->setContentsMargins(24, 24, 24, 24);
    across->addStretch(1);
    across->addWidget(makeContent(), 1000);
    across->addStretch(1);
    setWidget(page);
    setFocusProxy(m_name);

    connect(m_name, &QLineEdit::editingFinished, this, &WelcomePage::acceptName);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_form.setName(text);
        if (m_nameProblem->isVisibleTo(this)) {
            showError(m_nameProblem, m_form.nameProblem());
        }
    });
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_form.setAddress(text);
        if (m_addressProblem->isVisibleTo(this)) {
            showError(m_addressProblem, m_form.addressProblem());
        }
    });
    connect(m_address, &QLineEdit::returnPressed, this, &WelcomePage::join);
    connect(m_nearby, &NearbyRoomsList::joinRequested, this, &WelcomePage::joinAddress);
    connect(m_nearby, &NearbyRoomsList::addressWanted, this,
            [this] { m_address->setFocus(Qt::OtherFocusReason); });
    connect(m_recent, &RecentRoomsList::joinRequested, this, &WelcomePage::joinAddress);
}

QWidget *WelcomePage::makeContent()
{
    auto *content = new QWidget;
    content->setMaximumWidth(contentWidth);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addStretch(1);
    rows->addWidget(makeLabel(tr("Talk to the people near you"), LabelKind::Title));
    rows->addSpacing(6);
    rows->addWidget(
        makeLabel(tr("Host a room on this computer, or join one. No account, no cloud."), LabelKind::Hint));
    rows->addSpacing(20);
    rows->addWidget(makeNameField());
    rows->addSpacing(20);
    m_cards = new QHBoxLayout;
    m_cards->setSpacing(16);
    m_cards->addWidget(makeHostCard(), 1);
    m_cards->addWidget(makeJoinCard(), 1);
    rows->addLayout(m_cards);
    rows->addSpacing(28);
    rows->addWidget(m_nearby);
    rows->addSpacing(16);
    rows->addWidget(m_recent);
    rows->addStretch(1);
    return content;
}

QWidget *WelcomePage::makeNameField()
{
    auto *field = new QWidget;
    auto *rows = new QVBoxLayout(field);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_name->setMaximumWidth(340);
    rows->addWidget(makeLabelFor(m_name, tr("Your name")));
    rows->addWidget(m_name);
    rows->addWidget(m_nameProblem);
    m_nameProblem->hide();
    return field;
}

QWidget *WelcomePage::makeHostCard()
{
    QBoxLayout *rows = nullptr;
    QFrame *card = makeCard(
        tr("Host a room"),
        tr("Others connect to this computer. You get a link and a terminal command to share."), rows);
    auto *button = new QPushButton(tr("Host a Room…"));
    button->setProperty("primary", true);
    connect(button, &QPushButton::clicked, this, &WelcomePage::host);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(button);
    const QKeySequence key(Qt::CTRL | Qt::Key_H);
    row->addWidget(makeLabel(key.toString(QKeySequence::NativeText), LabelKind::Hint));
    row->addStretch(1);
    rows->addStretch(1);
    rows->addLayout(row);
    return card;
}

QWidget *WelcomePage::makeJoinCard()
{
    QBoxLayout *rows = nullptr;
    QFrame *card = makeCard(
        tr("Join a room"),
        tr("Paste an invite link, or type an address such as 192.168.1.20 or chat.example.org:4040."), rows);
    m_address->setPlaceholderText(tr("Address or invite link"));
    m_address->setAccessibleName(tr("Address or invite link"));
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    auto *button = new QPushButton(tr("Join"));
    connect(button, &QPushButton::clicked, this, &WelcomePage::join);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_address, 1);
    row->addWidget(button);
    rows->addStretch(1);
    rows->addLayout(row);
    rows->addWidget(m_addressProblem);
    m_addressProblem->hide();
    return card;
}

QString WelcomePage::userName() const
{
    return m_form.name();
}

void WelcomePage::setUserName(const QString &name)
{
    m_name->setText(name);
}

void WelcomePage::setNearbyRooms(NearbyRooms &rooms)
{
    m_nearby->setRooms(rooms);
}

void WelcomePage::setRecentRooms(const RecentRooms &rooms, const QDateTime &now)
{
    m_recent->setRooms(rooms, now);
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool wide = viewport()->width() >= cardsSideBySide;
    m_cards->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void WelcomePage::host()
{
    if (acceptName()) {
        Q_EMIT hostRequested();
    } else {
        m_name->setFocus(Qt::OtherFocusReason);
    }
}

void WelcomePage::join()
{
    if (!acceptName()) {
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    showAddressProblem();
    if (const auto options = m_form.options()) {
        Q_EMIT joinRequested(*options);
    } else {
        m_address->setFocus(Qt::OtherFocusReason);
    }
}

void WelcomePage::joinAddress(const RoomAddress &address)
{
    m_address->setText(address.toLink());
    join();
}

bool WelcomePage::acceptName()
{
    const QString problem = m_form.nameProblem();
    showError(m_nameProblem, problem);
    if (problem.isEmpty()) {
        Q_EMIT userNameChanged(m_form.name());
    }
    return problem.isEmpty();
}

void WelcomePage::showAddressProblem()
{
    const bool empty = m_form.address().trimmed().isEmpty();
    showError(m_addressProblem,
              empty ? ConnectionWords::forAddress(AddressProblem::Empty) : m_form.addressProblem());
}

} // namespace tincan
