#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;

namespace tincan {

/// What a PromptDialog says.
struct Prompt
{
    QString title;
    QString label;       ///< of the field
    QString explanation; ///< a sentence above it; may be empty
    QString action;      ///< the button's text
    QString value;
    bool secret = false;
    bool mayBeEmpty = false;
};

/// Asks for one line of text, and goes away when it is given. Shown with open().
class PromptDialog : public QDialog
{
    Q_OBJECT

public:
    /// A sentence that says what is wrong with a text, or nothing.
    using Check = std::function<QString(const QString &text)>;

    explicit PromptDialog(const Prompt &prompt, QWidget *parent = nullptr);

    void setCheck(Check check);

Q_SIGNALS:
    void answered(const QString &text);

private:
    void submit();

    QLineEdit *m_field;
    QLabel *m_problem;
    Check m_check;
    bool m_mayBeEmpty;
};

} // namespace tincan
