#pragma once

#include <QFrame>
#include <QStandardItemModel>

class QLineEdit;
class QListView;

namespace tincan {

/// All emoji, with a search by their English and Chinese names; those used last come first. Works by keys
/// alone: Down goes to the emoji, Enter takes one, Esc closes. Deletes itself when it is closed.
class EmojiPicker : public QFrame
{
    Q_OBJECT

public:
    static constexpr int mostRecent = 24;

    explicit EmojiPicker(const QStringList &recent, QWidget *parent);

    /// Shows it with its lower edge at this global position, or below where there is no room.
    void popup(const QPoint &at);

    static QStringList withRecent(QStringList recent, const QString &emoji);

Q_SIGNALS:
    void picked(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &query);
    void append(const QString &sign, const QString &name);
    void take(const QModelIndex &index);

    QStringList m_recent;
    QLineEdit *m_search;
    QListView *m_grid;
    QStandardItemModel m_model;
    bool m_composing = false; ///< an input method's text is not committed yet
};

} // namespace tincan
