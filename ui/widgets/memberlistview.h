#pragma once

#include <QListView>

namespace tincan {

/// Who is in the room, over a MemberListModel, with avatars and tags. Named "Members" for a screen reader.
class MemberListView : public QListView
{
    Q_OBJECT

public:
    explicit MemberListView(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Somebody wants to talk to this member alone: Enter or double click.
    void messageWanted(const QString &memberId);
    void menuRequested(const QString &memberId, const QPoint &at); ///< of somebody else; global

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void choose(const QModelIndex &index);
};

} // namespace tincan
