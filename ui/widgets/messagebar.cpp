#include "ui/widgets/messagebar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

constexpr int target = 26; // pixels: what can be clicked is no smaller

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_react(nullptr), m_reply(nullptr), m_edit(nullptr), m_more(nullptr)
{
    setProperty("card", true);
    setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 0, 2, 0);
    row->setSpacing(0);
    m_react = addButton();
    m_reply = addButton();
    m_edit = addButton();
    m_more = addButton();
    connect(m_react, &QToolButton::clicked, this, [this] { Q_EMIT chosen(MessageAction::React); });
    connect(m_reply, &QToolButton::clicked, this, [this] { Q_EMIT chosen(MessageAction::Reply); });
    connect(m_edit, &QToolButton::clicked, this, [this] { Q_EMIT chosen(MessageAction::Edit); });
    connect(m_more, &QToolButton::clicked, this, &MessageBar::moreWanted);
    retranslate();
    hide();
}

QToolButton *MessageBar::addButton()
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // the keyboard has keys for the same
    button->setMinimumSize(target, target);
    layout()->addWidget(button);
    return button;
}

void MessageBar::retranslate()
{
    m_react->setText(u"\U0001F600"_s);
    m_reply->setText(plainWord(MessageAction::Reply));
    m_edit->setText(plainWord(MessageAction::Edit));
    m_more->setText(u"⋯"_s);
    m_react->setAccessibleName(plainWord(MessageAction::React));
    m_more->setAccessibleName(tr("More actions"));
    m_react->setToolTip(tr("React"));
    m_more->setToolTip(tr("More actions"));
}

void MessageBar::offer(const QModelIndex &row, MessageActions actions)
{
    m_row = row;
    m_react->setVisible(actions.testFlag(MessageAction::React));
    m_reply->setVisible(actions.testFlag(MessageAction::Reply));
    m_edit->setVisible(actions.testFlag(MessageAction::Edit));
    setVisible(row.isValid() && actions != MessageActions());
    if (isVisible()) {
        layout()->activate();
        resize(sizeHint());
        raise();
    }
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MessageBar::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    Q_EMIT left();
}

} // namespace tincan
