#include "tests/widgets/composerfixture.h"

using namespace Qt::StringLiterals;

namespace tincan {

QLabel *ComposerFixture::labelWith(const QString &part) const
{
    for (QLabel *label : m_composer->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(part)) {
            return label;
        }
    }
    return nullptr;
}

void ComposerFixture::compose(const QString &preedit, const QString &commit) const
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(edit(), &event);
}

void ComposerFixture::paste(QMimeData *data) const
{
    QApplication::clipboard()->setMimeData(data);
    edit()->paste();
}

int ComposerFixture::heightOf(const QString &text) const
{
    m_composer->setText(text);
    QApplication::processEvents();
    return edit()->height();
}

void ComposerFixture::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    applyTheme(*qApp, ColorScheme::Light);
}

void ComposerFixture::init()
{
    m_window = std::make_unique<KeyCountingWindow>();
    m_before = new QLineEdit;
    m_composer = new Composer;
    m_composer->setPlaceholder(u"Message #Lounge"_s);
    auto *rows = new QVBoxLayout(m_window.get());
    rows->addWidget(m_before);
    rows->addStretch(1);
    rows->addWidget(m_composer);
    m_window->resize(720, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_composer->setFocus();
    QVERIFY(edit()->hasFocus());
}

void ComposerFixture::cleanup()
{
    m_window.reset();
    applyTheme(*qApp, ColorScheme::Light);
}

} // namespace tincan
