#include "ui/widgets/hiddenencryptionpage.h"

#include "ui/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

HiddenEncryptionPage::HiddenEncryptionPage(QWidget *parent)
    : BlockingPage(tr("No encryption"), parent), m_advice(makeLabel({}))
{
    m_advice->setWordWrap(true);
    rows()->addWidget(m_advice);
    auto *retry = new QPushButton(tr("Try Again"));
    addButtons(retry);
    setFocusProxy(retry);
    connect(retry, &QPushButton::clicked, this, &HiddenEncryptionPage::retryRequested);
}

void HiddenEncryptionPage::setHiddenEncryption(const HiddenEncryption &hidden)
{
    if (hidden == m_hidden) {
        return;
    }
    m_hidden = hidden;
    m_advice->setText(HiddenEncryption::advice());
    say(hidden.heading(), hidden.explanation());
}

} // namespace tincan
