#pragma once

#include <QPushButton>
#include <QTimer>

class QLineEdit;

namespace tincan {

/// Copies a field's text to the clipboard, and says for a moment that it did.
class CopyButton : public QPushButton
{
    Q_OBJECT

public:
    /// `field` must outlive the button or die with it.
    explicit CopyButton(const QLineEdit *field, QWidget *parent = nullptr);

    QSize sizeHint() const override;

private:
    void copy();

    const QLineEdit *m_field;
    QTimer m_backToCopy;
};

} // namespace tincan
