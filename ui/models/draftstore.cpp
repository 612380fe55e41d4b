#include "ui/models/draftstore.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tincan {

namespace {

constexpr qint64 fileLimit = 32 * 1024 * 1024;
constexpr auto writeAfter = 500ms;

} // namespace

DraftStore::DraftStore(const QString &profile, QObject *parent)
    : QObject(parent), m_path(QDir(profile).filePath(u"drafts.json"_s))
{
    QDir().mkpath(profile);
    m_timer.setSingleShot(true);
    m_timer.setInterval(writeAfter);
    connect(&m_timer, &QTimer::timeout, this, &DraftStore::flush);
    load();
}

DraftStore::~DraftStore()
{
    flush();
}

Draft DraftStore::draft(const QString &key) const
{
    return m_drafts.value(key);
}

void DraftStore::setDraft(const QString &key, const Draft &draft)
{
    if (draft == m_drafts.value(key)) {
        return;
    }
    if (draft.text.isEmpty()) {
        m_drafts.remove(key);
    } else {
        m_drafts.insert(key, draft);
    }
    m_dirty = true;
    if (!m_timer.isActive()) {
        m_timer.start(); // not restarted by every key, or steady typing would never be written
    }
}

void DraftStore::flush()
{
    m_timer.stop();
    if (!m_dirty) {
        return;
    }
    QJsonObject all;
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend() && all.size() < maximum; ++draft) {
        all.insert(draft.key(), QJsonObject{{"text"_L1, draft->text}, {"cursor"_L1, draft->cursor}});
    }
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
        m_dirty = !file.commit();
    }
}

void DraftStore::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QJsonObject all = QJsonDocument::fromJson(file.read(fileLimit)).object();
    for (auto draft = all.begin(); draft != all.end(); ++draft) {
        const QJsonObject one = draft.value().toObject();
        const QString text = one.value("text"_L1).toString();
        const int cursor = one.value("cursor"_L1).toInt();
        if (!text.isEmpty() && m_drafts.size() < maximum) {
            m_drafts.insert(draft.key(), {text, qBound(0, cursor, int(text.size()))});
        }
    }
}

} // namespace tincan
