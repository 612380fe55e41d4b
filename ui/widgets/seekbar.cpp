#include "ui/widgets/seekbar.h"

#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <limits>

namespace tincan {

SeekBar::SeekBar(QWidget *conversation)
    : QFrame(conversation), m_words(makeLabel({})), m_stop(new QPushButton)
{
    setProperty("card", true);
    setAutoFillBackground(true);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(12, 6, 12, 6);
    columns->addWidget(m_words, 1);
    columns->addWidget(m_stop);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        place();
        show();
        raise();
    });
    connect(m_stop, &QPushButton::clicked, this, &SeekBar::cancelled);
    conversation->installEventFilter(this);
    retranslate();
    hide();
}

void SeekBar::showLeft(qint64 messages)
{
    m_left = messages;
    retranslate();
    if (!isVisible() && !m_delay.isActive()) {
        m_delay.start();
    }
}

void SeekBar::end()
{
    m_delay.stop();
    hide();
}

bool SeekBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void SeekBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SeekBar::place()
{
    constexpr int margin = 8;
    layout()->activate();
    const int width = std::min(sizeHint().width(), parentWidget()->width() - 2 * margin);
    setGeometry((parentWidget()->width() - width) / 2, margin, width, sizeHint().height());
}

void SeekBar::retranslate()
{
    const int left = int(std::min<qint64>(m_left, std::numeric_limits<int>::max()));
    m_words->setText(tr("Loading earlier messages, %n to go…", nullptr, left));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop loading earlier messages"));
    if (isVisible()) {
        place();
    }
}

} // namespace tincan
