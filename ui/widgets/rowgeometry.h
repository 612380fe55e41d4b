#pragma once

#include "ui/widgets/messagelayout.h"
#include "ui/widgets/rowheightindex.h"

#include <functional>
#include <map>
#include <memory>

namespace tincan {

/// Where every row is, and the layouts of the few that are looked at. A row that was never seen has an
/// estimated height.
class RowGeometry
{
public:
    using Layouter = std::function<std::unique_ptr<MessageLayout>(int row)>;

    explicit RowGeometry(Layouter layouter);

    const RowHeightIndex &heights() const { return m_heights; }
    int layoutCount() const { return int(m_layouts.size()); }

    void setEstimate(int height) { m_estimate = height; }
    void reset(int rows);
    void insert(int first, int count);
    void remove(int first, int count);

    /// Drops layouts whose content, width or style has changed; the heights become estimates.
    void doubt(int first, int last);
    void doubtAll();

    /// Drops the layouts but trusts the heights: only colours have changed.
    void dropLayouts() { m_layouts.clear(); }

    /// Lays the row out if need be.
    const MessageLayout &layout(int row);

    /// Makes the height exact; true if that changed it.
    bool measure(int row);

    /// Drops the layouts of all other rows.
    void keepOnly(int first, int last);

private:
    void shift(int first, int by);

    Layouter m_layouter;
    RowHeightIndex m_heights;
    std::map<int, std::unique_ptr<MessageLayout>> m_layouts;
    int m_estimate = 1;
};

} // namespace tincan
