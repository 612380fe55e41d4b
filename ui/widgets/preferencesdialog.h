#pragma once

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QTabWidget;

namespace tincan {

class MessageCopy;
class Preferences;

/// What one may set. Each choice is taken at once and kept; there is nothing to apply or to cancel.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive the dialog; without a copy nothing is asked about it.
    explicit PreferencesDialog(Preferences &preferences, MessageCopy *copy, QWidget *parent = nullptr);

private:
    QFormLayout *addPage(const QString &title);
    void addGeneral(MessageCopy *copy);
    void addLook();
    void addNotifications();
    void addQuietHours(QFormLayout *rows);
    void addHosting();
    void addCopy(QFormLayout *rows, MessageCopy &copy);
    void addName(QFormLayout *rows);
    void addPort(QFormLayout *rows);
    void addRow(QFormLayout *rows, const QString &label, QWidget *field);

    Preferences &m_preferences;
    QTabWidget *m_pages;
};

} // namespace tincan
