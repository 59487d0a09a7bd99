from django.urls import path

from . import views

urlpatterns = [
    path("api/v1/session", views.sign_in),
    path("api/v1/visit/branches", views.branches),
    path("api/v1/visit/slots", views.slots),
    path("api/v1/visit/appointments", views.book),
    path("api/v1/visit/appointments/<str:code>", views.cancel),
]
