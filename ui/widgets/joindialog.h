#pragma once

#include "ui/models/joinform.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tincan {

/// Asks where to go, and as whom. What is wrong with an address is said here, before anything is sent.
class JoinDialog : public QDialog
{
    Q_OBJECT

public:
    explicit JoinDialog(const QString &userName, QWidget *parent = nullptr);

    void setAddress(const QString &text);

Q_SIGNALS:
    void joinRequested(const tincan::ClientOptions &options);

private:
    void connectFields();
    void showForm();
    void submit();

    JoinForm m_form;
    QLineEdit *m_address;
    QLabel *m_addressProblem;
    QLineEdit *m_name;
    QLabel *m_nameProblem;
    QCheckBox *m_needsPassword;
    QLineEdit *m_password;
    QPushButton *m_submit;
};

} // namespace tincan
