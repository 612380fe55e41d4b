#pragma once

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QTabWidget;

namespace tincan {

class Preferences;

/// What one may set. Each choice is taken at once and kept; there is nothing to apply or to cancel.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `preferences` must outlive the dialog.
    explicit PreferencesDialog(Preferences &preferences, QWidget *parent = nullptr);

private:
    QFormLayout *addPage(const QString &title);
    void addGeneral();
    void addLook();
    void addNotifications();
    void addQuietHours(QFormLayout *rows);
    void addHosting();
    void addName(QFormLayout *rows);
    void addPort(QFormLayout *rows);
    void addRow(QFormLayout *rows, const QString &label, QWidget *field);

    Preferences &m_preferences;
    QTabWidget *m_pages;
};

} // namespace tincan
