#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QMouseEvent>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

QString nameOf(LabelKind kind)
{
    switch (kind) {
    case LabelKind::Text:
        return u"text"_s;
    case LabelKind::Hint:
        return u"hint"_s;
    case LabelKind::Title:
        return u"title"_s;
    case LabelKind::Heading:
        return u"heading"_s;
    case LabelKind::Section:
        return u"section"_s;
    case LabelKind::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

/// A click on it goes to its field.
class FieldLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        if (QWidget *field = buddy(); field && event->button() == Qt::LeftButton)
            field->setFocus(Qt::MouseFocusReason);
        QLabel::mousePressEvent(event);
    }
};

QLabel *dress(QLabel *label, const QString &text, LabelKind kind)
{
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setProperty("kind", nameOf(kind));
    label->setFont(fontFor(kind, label->font()));
    label->setWordWrap(kind == LabelKind::Hint || kind == LabelKind::Error || kind == LabelKind::Title);
    return label;
}

} // namespace

QFont fontFor(LabelKind kind, const QFont &base)
{
    QFont font = base;
    const qreal size = base.pointSizeF();
    switch (kind) {
    case LabelKind::Text:
    case LabelKind::Hint:
    case LabelKind::Error:
        break;
    case LabelKind::Title:
        font.setPointSizeF(size * 1.9);
        font.setBold(true);
        break;
    case LabelKind::Heading:
        font.setPointSizeF(size * 1.2);
        font.setBold(true);
        break;
    case LabelKind::Section:
        font.setPointSizeF(size * 0.82);
        font.setWeight(QFont::DemiBold);
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::PercentageSpacing, 105);
        break;
    }
    return font;
}

QLabel *makeLabel(const QString &text, LabelKind kind, QWidget *parent)
{
    return dress(new QLabel(parent), text, kind);
}

QLabel *makeLabelFor(QWidget *field, const QString &text, QWidget *parent)
{
    QLabel *label = dress(new FieldLabel(parent), text, LabelKind::Text);
    label->setBuddy(field);
    field->setAccessibleName(text);
    if (auto *box = qobject_cast<QComboBox *>(field))
        box->view()->setAccessibleName(text); // the list that pops up
    return label;
}
void showError(QLabel *label, const QString &sentence)
{
    const bool changed = label->text() != sentence;
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
    if (changed && !sentence.isEmpty()) {
        QAccessibleEvent alert(label, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace tincan
