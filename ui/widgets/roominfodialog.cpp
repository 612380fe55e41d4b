#include "ui/widgets/roominfodialog.h"

#include "ui/widgets/labels.h"

#include <QFontDatabase>
#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

RoomInfoDialog::RoomInfoDialog(const RoomInfoText &text, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Room Info"));
    setMinimumWidth(400);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->setSpacing(8);
    rows->addWidget(makeLabel(text.title, LabelKind::Heading));
    rows->addWidget(makeLabel(text.place, LabelKind::Hint));
    if (!text.topic.isEmpty()) {
        rows->addWidget(makeLabel(text.topic, LabelKind::Hint));
    }
    rows->addSpacing(8);
    for (const QString &sentence : text.sentences) {
        QLabel *label = makeLabel(sentence);
        label->setWordWrap(true);
        rows->addWidget(label);
    }
    if (!text.key.isEmpty()) {
        addKey(rows, text.key);
    }
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    rows->addStretch(1);
    rows->addSpacing(12);
    rows->addWidget(close, 0, Qt::AlignRight);
    close->setFocus(Qt::OtherFocusReason);
}

void RoomInfoDialog::addKey(QVBoxLayout *rows, const QString &key)
{
    QLabel *digits = makeLabel(key, LabelKind::Hint);
    digits->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    digits->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    rows->addSpacing(8);
    rows->addWidget(makeLabel(tr("The host's key (SHA-256)")));
    rows->addWidget(digits);
}

} // namespace tincan
