#include "ui/widgets/roomheader.h"

#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tincan {

RoomHeader::RoomHeader(QWidget *parent)
    : QFrame(parent), m_rooms(new QPushButton(tr("Rooms"))), m_title(new ElidedLabel),
      m_topic(new ElidedLabel), m_search(new QPushButton(tr("Search"))),
      m_invite(new QPushButton(tr("Invite")))
{
    setProperty("ruled", u"bottom"_s);
    QFont strong = m_title->font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    m_title->setFont(strong);
    m_topic->setProperty("kind", u"hint"_s);
    m_rooms->hide();

    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(16, 10, 16, 10);
    columns->setSpacing(10);
    columns->addWidget(m_rooms);
    columns->addWidget(m_title);
    columns->addWidget(m_topic, 1);
    columns->addWidget(m_search);
    columns->addWidget(m_invite);
    connect(m_rooms, &QPushButton::clicked, this, &RoomHeader::roomsRequested);
    connect(m_search, &QPushButton::clicked, this, &RoomHeader::searchRequested);
    connect(m_invite, &QPushButton::clicked, this, &RoomHeader::inviteRequested);
}

void RoomHeader::setRoom(const QString &title, const QString &topic)
{
    m_title->setFullText(title);
    m_topic->setFullText(topic);
}

void RoomHeader::setSearchable(bool searchable)
{
    m_search->setVisible(searchable);
}

void RoomHeader::setInvitable(bool invitable)
{
    m_invite->setVisible(invitable);
}

void RoomHeader::setRoomsHidden(bool hidden)
{
    m_rooms->setVisible(hidden);
}

} // namespace tincan
