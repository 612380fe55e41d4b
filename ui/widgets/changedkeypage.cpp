#include "ui/widgets/changedkeypage.h"

#include "ui/widgets/labels.h"

#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

namespace {

constexpr int longestAnswer = 2048; // a link with many addresses

QLabel *makeDigits()
{
    QLabel *digits = makeLabel({}, LabelKind::Hint);
    digits->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return digits;
}

} // namespace

ChangedKeyPage::ChangedKeyPage(QWidget *parent)
    : BlockingPage(tr("Another key"), parent), m_knownTitle(makeLabel({})), m_known(makeDigits()),
      m_shown(makeDigits()), m_answer(new QLineEdit), m_problem(makeLabel({}, LabelKind::Error)),
      m_trust(new QPushButton(tr("Trust the New Key")))
{
    m_answer->setMaxLength(longestAnswer);
    m_problem->hide();
    m_trust->setProperty("danger", true);
    rows()->addWidget(m_knownTitle);
    rows()->addWidget(m_known);
    rows()->addSpacing(6);
    rows()->addWidget(makeLabel(tr("The key that is shown now")));
    rows()->addWidget(m_shown);
    rows()->addSpacing(10);
    QLabel *ask =
        makeLabelFor(m_answer, tr("Ask the host, by phone or face to face, and put in the new invite "
                                  "link, or the last 8 digits of the key in the host's Room Info"));
    ask->setWordWrap(true);
    rows()->addWidget(ask);
    rows()->addWidget(m_answer);
    rows()->addWidget(m_problem);
    addButtons(m_trust);
    setFocusProxy(m_answer);
    connect(m_answer, &QLineEdit::textChanged, this, &ChangedKeyPage::judge);
    connect(m_trust, &QPushButton::clicked, this, &ChangedKeyPage::submit);
    judge();
}

void ChangedKeyPage::setChangedKey(const ChangedKey &key)
{
    if (key == m_key) {
        return;
    }
    m_key = key;
    m_knownTitle->setText(key.knownTitle());
    m_known->setText(key.known());
    m_shown->setText(key.shown());
    m_answer->clear();
    judge();
    say(key.heading(), key.explanation());
}

void ChangedKeyPage::judge()
{
    const auto judged = m_key.judge(m_answer->text());
    const auto *problem = std::get_if<QString>(&judged);
    showError(m_problem, problem ? *problem : QString());
    m_trust->setEnabled(!problem);
}

void ChangedKeyPage::submit()
{
    const auto judged = m_key.judge(m_answer->text());
    if (const auto *address = std::get_if<RoomAddress>(&judged)) {
        Q_EMIT trusted(*address);
    }
}

} // namespace tincan
