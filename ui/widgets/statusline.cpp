#include "ui/widgets/statusline.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tincan {

/// Filled while connected, a ring while not: the colour alone would not tell everybody.
class StatusLine::Dot : public QWidget
{
public:
    Dot() { setFixedSize(12, 12); }

    void setConnected(bool connected)
    {
        m_connected = connected;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens tokens = tokensFor(QGuiApplication::palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_connected ? QPen(Qt::NoPen) : QPen(tokens.dim, 1.2));
        painter.setBrush(m_connected ? QBrush(tokens.ok) : QBrush(Qt::NoBrush));
        const qreal radius = m_connected ? 4 : 3.5;
        painter.drawEllipse(QRectF(rect()).center(), radius, radius);
    }

private:
    bool m_connected = false;
};

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), m_dot(new Dot), m_words(makeLabel({}, LabelKind::Hint)),
      m_encryption(makeLabel({}, LabelKind::Hint)), m_roundTrip(makeLabel({}, LabelKind::Hint))
{
    setSizeGripEnabled(false);
    for (QLabel *label : {m_words, m_encryption, m_roundTrip}) {
        QFont small = label->font();
        small.setPointSizeF(small.pointSizeF() * 0.92);
        label->setFont(small);
        label->setWordWrap(false);
    }
    auto *state = new QWidget;
    auto *columns = new QHBoxLayout(state);
    columns->setContentsMargins(10, 3, 14, 3);
    columns->setSpacing(12);
    columns->addWidget(m_dot);
    columns->addWidget(m_words);
    columns->addWidget(m_encryption, 1);
    columns->addWidget(m_roundTrip);
    addWidget(state, 1);
    m_words->setMinimumWidth(1);
}

void StatusLine::setConnection(bool connected, const QString &words)
{
    m_dot->setConnected(connected);
    m_words->setText(words);
}

void StatusLine::setEncryption(bool encrypted, const QString &words)
{
    m_encryption->setText(encrypted && !words.isEmpty() ? u"🔒 "_s + words : words);
    m_encryption->setAccessibleName(words);
}

void StatusLine::setRoundTrip(const QString &words)
{
    m_roundTrip->setText(words);
}

} // namespace tincan
