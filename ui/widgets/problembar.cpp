#include "ui/widgets/problembar.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tincan {

ProblemBar::ProblemBar(QWidget *parent) : QFrame(parent), m_sentence(makeLabel({}, LabelKind::Error))
{
    setProperty("banner", true);
    auto *dismiss = new QPushButton(tr("Dismiss"));
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(16, 8, 16, 8);
    columns->addWidget(m_sentence, 1);
    columns->addWidget(dismiss);
    connect(dismiss, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    hide();
}

void ProblemBar::showProblem(const QString &sentence)
{
    show();
    showError(m_sentence, sentence);
}

} // namespace tincan
