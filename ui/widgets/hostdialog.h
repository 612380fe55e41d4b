#pragma once

#include "ui/models/hostform.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tincan {

class DetailsLabel;
class KeepChoice;

/// Asks what is needed to open a room, and stays until it is open. Shown with open(): nothing waits for it.
class HostDialog : public QDialog
{
    Q_OBJECT

public:
    HostDialog(RoomHost &host, const HostRequest &defaults, const QString &userName,
               QWidget *parent = nullptr);

    void reject() override; ///< not while the answer is awaited, which is a moment

Q_SIGNALS:
    /// The room is open; `request` is what was asked for.
    void opened(const tincan::HostedRoom &room, const tincan::HostRequest &request);

private:
    void addFields(QVBoxLayout *rows);
    void addRefusal(QVBoxLayout *rows);
    void addButtons(QVBoxLayout *rows);
    void connectFields();
    void showForm();
    void showRefusal();
    void growToFit();

    HostForm m_form;
    QLineEdit *m_name;
    QLabel *m_nameProblem;
    QComboBox *m_reach;
    QLineEdit *m_port;
    QLabel *m_portProblem;
    QLineEdit *m_password;
    QCheckBox *m_history;
    KeepChoice *m_keep;
    QCheckBox *m_nearby;
    QCheckBox *m_clear;
    QLabel *m_refusal;
    DetailsLabel *m_details;
    QPushButton *m_useFreePort;
    QPushButton *m_cancel;
    QPushButton *m_submit;
};

} // namespace tincan
