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
    connect(dismiss, &QPushButton::clicked, this, &ProblemBar::leave);
    hide();
}

void ProblemBar::showProblem(const QString &sentence, Until until)
{
    m_until = until;
    show();
    showError(m_sentence, sentence);
}

void ProblemBar::bindToText()
{
    if (m_until == Until::GoneOn) {
        m_until = Until::Edited;
    }
}

void ProblemBar::noteEdit()
{
    if (m_until == Until::Edited) {
        leave();
    }
}

void ProblemBar::noteGoingOn()
{
    if (m_until != Until::Dismissed) {
        leave();
    }
}

/// The same sentence is news again when it comes back.
void ProblemBar::leave()
{
    const bool hadKeyboard = isAncestorOf(window()->focusWidget());
    m_until = Until::Dismissed;
    hide();
    m_sentence->clear();
    if (hadKeyboard) {
        Q_EMIT dismissed();
    }
}

} // namespace tincan
