#include "ui/widgets/invitedialog.h"

#include "ui/widgets/invitepanel.h"
#include "ui/widgets/scrolledpage.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

InviteDialog::InviteDialog(QWidget *parent)
    : QDialog(parent), m_panel(new InvitePanel), m_width(parent && parent->width() < 600 ? 420 : 560)
{
    setWindowTitle(tr("Invite"));
    setMinimumWidth(360);
    auto *done = new QPushButton(tr("Done"));
    done->setAutoDefault(false);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->addWidget(new ScrolledPage(m_panel), 1);
    rows->addSpacing(12);
    rows->addWidget(done, 0, Qt::AlignRight);
    m_panel->arrangeFor(m_width);
    m_panel->setFocus(Qt::OtherFocusReason);
}

QSize InviteDialog::sizeHint() const
{
    return {m_width, QDialog::sizeHint().height()};
}

} // namespace tincan
