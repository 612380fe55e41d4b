#include "ui/widgets/keepchoice.h"

#include "ui/models/moderationwords.h"

namespace tincan {

KeepChoice::KeepChoice(int days, QWidget *parent) : QComboBox(parent)
{
    setAccessibleName(tr("How long the history is kept"));
    QList<int> choices = ModerationWords::keepChoices();
    if (!choices.contains(days)) {
        choices.append(days);
    }
    for (const int choice : std::as_const(choices)) {
        addItem(choice == 0 ? tr("For ever") : tr("For %n days", nullptr, choice), choice);
    }
    setCurrentIndex(findData(days));
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT chosen(currentData().toInt()); });
}

} // namespace tincan
