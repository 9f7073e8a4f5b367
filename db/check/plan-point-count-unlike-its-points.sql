-- Plans that are known whole and have another number of points than is said, and plans of which more points are known than they are said to have.
select plan.slug, plan.point_count, count(point.id)
from plan left join point on point.plan_id = plan.id
group by plan.id
having plan.known = 'whole' and (count(point.id) = 0 or count(point.id) <> coalesce(plan.point_count, count(point.id)))
  or max(point.number) > plan.point_count;
