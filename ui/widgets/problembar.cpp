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
    if (until == Until::Dismissed) {
        m_lasting = sentence;
    }
    const bool isAlone = until == Until::Dismissed || m_lasting.isEmpty();
    showError(m_sentence, isAlone ? sentence : m_lasting + u'\n' + sentence);
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
        passed();
    }
}

void ProblemBar::noteGoingOn()
{
    if (m_until != Until::Dismissed) {
        passed();
    }
}

/// What stays until it is dismissed is left.
void ProblemBar::passed()
{
    if (m_lasting.isEmpty()) {
        leave();
        return;
    }
    m_until = Until::Dismissed;
    m_sentence->setText(m_lasting);
}

/// The same sentence is news again when it comes back.
void ProblemBar::leave()
{
    const bool hadKeyboard = isAncestorOf(window()->focusWidget());
    m_until = Until::Dismissed;
    m_lasting.clear();
    hide();
    m_sentence->clear();
    if (hadKeyboard) {
        Q_EMIT dismissed();
    }
}

} // namespace tincan
