#include "ui/widgets/roomsdialog.h"

#include "ui/models/serversession.h"
#include "ui/models/statuswords.h"
#include "ui/widgets/labels.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tincan {

RoomsDialog::RoomsDialog(ServerSession &session, QWidget *parent)
    : QDialog(parent), m_session(&session), m_note(makeLabel(tr("Asking for the rooms…"), LabelKind::Hint)),
      m_list(new QListWidget), m_join(new QPushButton(tr("Join")))
{
    setWindowTitle(tr("Rooms of %1").arg(session.title()));
    resize(420, 360);
    m_list->setAccessibleName(tr("Rooms"));
    m_join->setDefault(true);
    m_join->setEnabled(false);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->setSpacing(8);
    rows->addWidget(makeLabel(windowTitle(), LabelKind::Heading));
    rows->addWidget(m_note);
    rows->addWidget(m_list, 1);
    rows->addSpacing(6);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_join);
    rows->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_join, &QPushButton::clicked, this, &RoomsDialog::join);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &RoomsDialog::join);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_join->setEnabled(row >= 0); });
    connect(&session, &QObject::destroyed, this, &QDialog::reject);
    connect(session.client(), &RoomClient::roomsListed, this, &RoomsDialog::showRooms);
    session.client()->requestRooms();
}

void RoomsDialog::showRooms(const QList<RoomInfo> &rooms)
{
    m_list->clear();
    for (const RoomInfo &room : rooms) {
        if (room.kind != RoomKind::Room) {
            continue;
        }
        QString text = u"# "_s + room.name + u" · "_s + StatusWords::people(room.total);
        if (!room.topic.isEmpty()) {
            text += u" · "_s + room.topic.simplified();
        }
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, room.id.value());
    }
    m_list->setCurrentRow(0);
    m_list->setFocus(Qt::OtherFocusReason);
    m_note->setText(m_list->count() == 0 ? tr("There are no rooms that you could join.") : QString());
    m_note->setVisible(m_list->count() == 0);
}

void RoomsDialog::join()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item && m_session) {
        m_session->joinRoom(item->data(Qt::UserRole).toString(), false);
        accept();
    }
}

} // namespace tincan
