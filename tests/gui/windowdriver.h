#pragma once

#include "ui/widgets/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QTest>

namespace tincan {

class Composer;
class ConversationView;

/// Works a window as a person would: by what things are called, by keys and by clicks.
class WindowDriver
{
public:
    explicit WindowDriver(MainWindow &window) : m_window(window) {}

    MainWindow &window() const { return m_window; }

    QAction *
    action(const QString &text) const; ///< of a menu, by its text without marks; null where there is none
    void choose(const QString &text) const; ///< that action, which must be there and enabled

    /// The visible widget of that kind and accessible name or text, in the window or its dialogs.
    template <typename Widget>
    Widget *find(const QString &name = {}) const
    {
        const auto all = m_window.template findChildren<Widget *>();
        for (Widget *widget : all) {
            if (widget->isVisible() && (name.isEmpty() || nameOf(widget) == name))
                return widget;
        }
        return nullptr;
    }

    void press(const QString &button) const;                    ///< a button, by its text or name
    void fill(const QString &field, const QString &text) const; ///< a line of text, by keys
    bool shows(const QString &part) const;                      ///< some visible label holds this

    Composer *composer() const;
    ConversationView *view() const;
    void type(const QString &text) const; ///< into the message box: keys, and an input method's commit
    void say(const QString &text) const;  ///< and Enter
    QStringList messages() const;         ///< the texts of the conversation that is shown
    QStringList notices() const;
    QStringList rooms() const; ///< the list of rooms, as a screen reader reads it
    QStringList members() const;

private:
    static QString nameOf(const QWidget *widget);
    QStringList rows(int kind) const;

    MainWindow &m_window;
};

} // namespace tincan
