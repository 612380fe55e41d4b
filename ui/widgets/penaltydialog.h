#pragma once

#include "ui/models/penaltywords.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tincan {

/// Asks whether somebody is to be removed, banned or muted, for how long and why. The button names the
/// effect; Cancel is what Enter does. Shown with open().
class PenaltyDialog : public QDialog
{
    Q_OBJECT

public:
    /// `name` is untrusted.
    PenaltyDialog(Penalty penalty, const QString &name, QWidget *parent = nullptr);

Q_SIGNALS:
    /// `seconds` is PenaltyWords::forEver where it does not end, and for a Kick.
    void confirmed(int seconds, const QString &reason);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    int seconds() const;
    void showEffect();
    void confirm();

    Penalty m_penalty;
    QString m_name;
    QComboBox *m_duration;
    QLineEdit *m_reason;
    QPushButton *m_confirm;
};

} // namespace tincan
