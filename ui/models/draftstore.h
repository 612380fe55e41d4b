#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

namespace tincan {

struct Draft
{
    QString text;
    int cursor = 0;
    friend bool operator==(const Draft &, const Draft &) = default;
};

/// What was typed and not sent, by conversation, in a file of the profile's directory. A change is on disk
/// half a second later, so that a killed program loses no more than that.
class DraftStore : public QObject
{
    Q_OBJECT

public:
    static constexpr int maximum = 200; ///< drafts; beyond that, changed ones are kept in memory only

    explicit DraftStore(const QString &profile, QObject *parent = nullptr);
    ~DraftStore() override; ///< writes what is not written yet

    Draft draft(const QString &key) const;
    void setDraft(const QString &key, const Draft &draft); ///< an empty text forgets it

    void flush();

private:
    void load();

    QString m_path;
    QHash<QString, Draft> m_drafts;
    QTimer m_timer;
    bool m_dirty = false;
};

} // namespace tincan
