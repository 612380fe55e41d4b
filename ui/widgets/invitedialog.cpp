#include "ui/widgets/invitedialog.h"

#include "ui/widgets/invitepanel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

InviteDialog::InviteDialog(QWidget *parent) : QDialog(parent), m_panel(new InvitePanel)
{
    setWindowTitle(tr("Invite"));
    setMinimumWidth(360);
    auto *done = new QPushButton(tr("Done"));
    done->setAutoDefault(false);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->addWidget(m_panel);
    rows->addStretch(1);
    rows->addSpacing(12);
    rows->addWidget(done, 0, Qt::AlignRight);
    const bool narrow = parent && parent->width() < 600;
    resize(narrow ? 420 : 560, 0);
    m_panel->setFocus(Qt::OtherFocusReason);
}

} // namespace tincan
